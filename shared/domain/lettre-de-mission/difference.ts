/** The three signs of a difference, the same on every screen and in every letter. */
export type SensDifference = 'ajout' | 'modification' | 'retrait'

/** One thing that differs between two texts of a letter, in words: `avant` is '' for an addition, `apres` for a removal. */
export interface Difference {
  /** Stable code of the field, `quotite`, `etablissement`… */
  champ: string
  /** « Quotité », « Établissement d’intervention ». */
  libelle: string
  sens: SensDifference
  avant: string
  apres: string
  /** What a narrow chip says, when shorter: « FSE 40 % ». */
  court?: string
}
