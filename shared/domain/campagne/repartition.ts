/** Hours of one domaine, in a letter of any unit. */
interface Part {
  heures: number
}

const auCentieme = (heures: number): number => Math.round(heures * 100) / 100

/**
 * The same spread over other hours due: each domaine keeps its share, rounded to the hour (to the half-hour when the
 * hours are those of a week), and the largest takes what rounding leaves, so that Σ = hours due. Nothing spread stays so.
 */
export function repartirHeures<P extends Part>(parts: readonly P[], heuresDues: number, unite: 'an' | 'semaine'): P[] {
  const somme = parts.reduce((total, { heures }) => total + heures, 0)
  if (somme === 0 || auCentieme(somme) === heuresDues) return [...parts]
  const pas = unite === 'an' ? 1 : 0.5
  const reparties = parts.map((part) => ({
    ...part,
    heures: auCentieme(Math.round((part.heures * heuresDues) / somme / pas) * pas),
  }))
  const reste = auCentieme(heuresDues - reparties.reduce((total, { heures }) => total + heures, 0))
  if (reste === 0) return reparties
  const maximum = Math.max(...reparties.map(({ heures }) => heures))
  const rang = reparties.findIndex(({ heures }) => heures === maximum)
  return reparties.map((part, index) =>
    index === rang ? { ...part, heures: auCentieme(Math.max(0, part.heures + reste)) } : part,
  )
}
