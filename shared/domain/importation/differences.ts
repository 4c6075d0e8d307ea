import type { Changement } from './plan'

/** How a field is named and shown in a difference. */
export interface Montre<T> {
  libelle: string
  /** Field of the sheet it comes from, to show the difference in its column. */
  colonne: string
  texte: (valeur: T) => string
  /** Two writings of the same value; strict equality by default. */
  egal?: (avant: T, apres: T) => boolean
}

export type Montres<Fiche> = { [Champ in keyof Fiche]?: Montre<Fiche[Champ]> }

/** What differs between a record of the register and what a row says of it. */
export interface Difference<Fiche> {
  champs: Partial<Fiche>
  changements: Changement[]
}

/**
 * Compares the fields that the row gives (undefined: the row says nothing, the register keeps its value) with the record,
 * field by field. Only the fields of `montres` are compared.
 */
export function comparer<Fiche extends object>(
  avant: Fiche,
  apres: Partial<Fiche>,
  montres: Montres<Fiche>,
): Difference<Fiche> {
  const difference: Difference<Fiche> = { champs: {}, changements: [] }
  for (const champ of Object.keys(montres) as (keyof Fiche)[]) {
    const montre = montres[champ]
    const valeur = apres[champ]
    if (montre === undefined || valeur === undefined) continue
    const ancienne = avant[champ]
    const egales = montre.egal ? montre.egal(ancienne, valeur) : ancienne === valeur
    if (egales) continue
    difference.champs[champ] = valeur
    difference.changements.push({
      champ: montre.colonne,
      libelle: montre.libelle,
      avant: montre.texte(ancienne),
      apres: montre.texte(valeur),
    })
  }
  return difference
}

export const vide = (valeur: string | null): string => (valeur === null || valeur === '' ? '—' : valeur)
