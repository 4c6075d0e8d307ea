import type { FeuillePlanifiee, LignePlanifiee, PlanImportation } from './plan'

/** A sheet of the preview; `partielle`: only the rows that changed since the preview the window has. */
export interface FeuilleApercue extends FeuillePlanifiee {
  partielle: boolean
}

/** A plan as the window receives it: whole the first time, then what a choice changed. */
export interface ApercuClasseur {
  /** Number of this plan: given back as `base` to receive only what differs from it. */
  version: number
  plan: Omit<PlanImportation, 'feuilles'> & { feuilles: FeuilleApercue[] }
}

/** Deep equality of plain data; the order of properties does not count. */
function pareils(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((valeur, rang) => pareils(valeur, b[rang]))
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const cles = Object.keys(x)
  return cles.length === Object.keys(y).length && cles.every((cle) => pareils(x[cle], y[cle]))
}

const memesNumeros = (a: readonly LignePlanifiee[], b: readonly LignePlanifiee[]): boolean =>
  a.length === b.length && a.every(({ numero }, rang) => numero === b[rang]?.numero)

/** What to send of a plan to a window that has a former one: 20 000 rows do not cross for one corrected cell. */
export function ecartDApercu(connu: PlanImportation | undefined, plan: PlanImportation): ApercuClasseur['plan'] {
  const feuilles = plan.feuilles.map((feuille): FeuilleApercue => {
    const connue = connu?.feuilles.find(({ feuille: nom }) => nom === feuille.feuille)
    if (connue?.nature !== feuille.nature || !memesNumeros(connue.lignes, feuille.lignes))
      return { ...feuille, partielle: false }
    const lignes = feuille.lignes.filter((ligne, rang) => !pareils(ligne, connue.lignes[rang]))
    return { ...feuille, lignes, partielle: true }
  })
  return { ...plan, feuilles }
}

/** The whole plan, from what was received and the one that it differs from; unchanged rows keep their identity. */
export function completerApercu(connu: PlanImportation | undefined, recu: ApercuClasseur['plan']): PlanImportation {
  const feuilles = recu.feuilles.map(({ partielle, ...feuille }): FeuillePlanifiee => {
    if (!partielle) return feuille
    const connues = connu?.feuilles.find(({ feuille: nom }) => nom === feuille.feuille)?.lignes ?? []
    if (feuille.lignes.length === 0) return { ...feuille, lignes: connues }
    const nouvelles = new Map(feuille.lignes.map((ligne) => [ligne.numero, ligne]))
    return { ...feuille, lignes: connues.map((ligne) => nouvelles.get(ligne.numero) ?? ligne) }
  })
  return { ...recu, feuilles }
}
