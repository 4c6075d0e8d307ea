import { listeEtablissements } from '../etablissement/etablissement.liste'

/** Every list of the product, one line each: window, register, export and terminal read the same. */
export const listes = {
  etablissements: listeEtablissements,
} as const

export type CleDeListe = keyof typeof listes
export const clesDesListes = Object.keys(listes) as [CleDeListe, ...CleDeListe[]]
