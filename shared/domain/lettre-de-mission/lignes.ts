import { AppError } from '../../app-error'
import { refuserSiChangeEntreTemps } from '../../modification'

interface Ligne {
  id: string
}

/** What to write so that a letter's rows become those given, each row keeping its identity. */
export interface PlanLignes<Row extends Ligne> {
  retirees: string[]
  modifiees: Row[]
  ajoutees: Row[]
}

/**
 * Compares the rows of a letter with those wanted. A row is the same when its id is given back, or else when it is about
 * the same thing (`cle`: the établissement, the domaine…). Unchanged rows are left out: a history row by row stays true.
 * Throws `invalid` with `enDouble` when two wanted rows are about the same thing.
 */
export function planifierLignes<Row extends Ligne>(
  presentes: readonly Row[],
  voulues: readonly (Omit<Row, 'id'> & { id?: string | undefined })[],
  { cle, enDouble, newId }: { cle: (ligne: Omit<Row, 'id'>) => string | null; enDouble: string; newId: () => string },
): PlanLignes<Row> {
  const cles = voulues.map(cle).filter((valeur) => valeur !== null)
  if (new Set(cles).size < cles.length) throw new AppError('invalid', enDouble)
  const libres = new Map(presentes.map((ligne) => [ligne.id, ligne]))
  const plan: PlanLignes<Row> = { retirees: [], modifiees: [], ajoutees: [] }
  const parCle = new Map(presentes.map((ligne) => [cle(ligne), ligne.id]))
  for (const voulue of voulues) {
    const valeur = cle(voulue)
    // A row about one thing is never turned into a row about another: the database would see two of them for an instant.
    const id = valeur === null ? voulue.id : parCle.get(valeur)
    const presente = id === undefined ? undefined : libres.get(id)
    if (presente === undefined) {
      plan.ajoutees.push({ ...voulue, id: newId() } as Row)
    } else {
      libres.delete(presente.id)
      const ligne = { ...voulue, id: presente.id } as Row
      if (!memes(presente, ligne)) plan.modifiees.push(ligne)
    }
  }
  plan.retirees = [...libres.keys()]
  return plan
}

const memes = (a: object, b: object): boolean =>
  Object.entries(b).every(([champ, valeur]) => (a as Record<string, unknown>)[champ] === valeur)

/** Rows as plain data with the same fields in the same order, so that they may be compared. */
function comparables(lignes: readonly object[], champs: readonly string[], ordonnee: boolean): string[] {
  const ecrites = lignes.map((ligne) =>
    JSON.stringify(champs.map((champ) => (ligne as Record<string, unknown>)[champ] ?? null)),
  )
  return ordonnee ? ecrites : ecrites.toSorted()
}

/**
 * Refuses to replace rows that are no longer those the caller was shown, unless they are already those wanted. Only the
 * fields that it was shown are compared. Throws a `conflict` about `lignes`.
 */
export function refuserSiLignesChangees(
  presentes: readonly object[],
  { lignes, attendues, ordonnee }: { lignes: readonly object[]; attendues: readonly object[]; ordonnee: boolean },
): void {
  const champs = Object.keys(attendues[0] ?? lignes[0] ?? { id: '' })
  const comparer = (each: readonly object[]): string[] => comparables(each, champs, ordonnee)
  refuserSiChangeEntreTemps(
    { lignes: comparer(presentes) },
    { champs: { lignes: comparer(lignes) }, attendu: { lignes: comparer(attendues) } },
  )
}
