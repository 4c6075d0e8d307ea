/**
 * What a workbook says, as plain data: the only thing that features compose (and test by plain equality).
 * It holds no style; `excel.ts` renders it to bytes and `csv-writer.ts` renders one of its sheets to CSV.
 */
export interface ClasseurDecrit {
  titre: string
  auteur: string
  /** Instant, ISO UTC: a value, never the clock, so that the same facts give the same bytes. */
  creeLe: string
  /** Day printed in the footers, 'YYYY-MM-DD'; without it, the day of printing. */
  editeLe?: string
  feuilles: readonly (FeuilleDecrite | PageDeChiffres | PageDeTexte)[]
}

/**
 * Kind of a column, and the unit its values are given in:
 * - texte, booleen (true → « oui »), entier, nombre
 * - pourcentage: in per cent, 50 is 50 % (the cell holds 0.5)
 * - heures: decimal hours
 * - montant: integer cents (the cell holds euros)
 * - jour: 'YYYY-MM-DD' (the cell holds a real date); anything else stays as text
 */
export type TypeDeColonne = 'texte' | 'entier' | 'nombre' | 'pourcentage' | 'heures' | 'montant' | 'jour' | 'booleen'

export type ValeurDecrite = string | number | boolean | null | undefined

export interface ColonneDecrite {
  cle: string
  titre: string
  type: TypeDeColonne
  /** In characters, when somebody chose it; from what the column shows otherwise. */
  largeur?: number
  /** Decimals shown: 2 for a nombre, 1 for a pourcentage otherwise. */
  decimales?: number
  /** Formula of the totals row, on the visible rows only; its result is filled in. */
  total?: 'somme' | 'compte' | 'moyenne' | null
  /** A total that the cells do not add up to (hours a year, of hours a week): written as it is, in the unit given. */
  totalDonne?: number
  /** What a total counts, when it is not what the cells do: « ETP », « h/an ». */
  uniteTotale?: string
  /** Key, in the rows, of what the number of the cell counts: « h/sem. ». */
  cleUnite?: string
  /** Note on the header cell. */
  aide?: string
}

/** One group of rows: where it begins among them, how many they are, and its sums by column key, in the unit given. */
export interface GroupeDecrit {
  titre: string
  debut: number
  nombre: number
  totaux: Readonly<Record<string, number>>
  /** Its rows are there, folded under their title. */
  replie?: boolean
}

/** A table: title lines, header (always frozen), rows, totals, note. */
export interface FeuilleDecrite {
  genre?: 'tableau'
  nom: string
  titre?: string
  sousTitre?: string
  colonnes: readonly ColonneDecrite[]
  /** Records by column key, read once. */
  lignes: Iterable<Readonly<Record<string, ValeurDecrite>>>
  /** Rows gathered under a title with their subtotals, as they come; the table then has no filter button. */
  groupes?: readonly GroupeDecrit[]
  /** 'paysage' otherwise. */
  orientation?: 'portrait' | 'paysage'
  /** Filter buttons on the header; true otherwise. */
  filtre?: boolean
  /** Number of columns kept in sight at the left; 0 otherwise. */
  figer?: number
  /** Sentence under the table. */
  note?: string
  /** Key, in the rows, of what is true of those that are totals of others: written as such. */
  cleTotal?: string
  /** Name of the sheet that a link above the table goes back to. */
  lienRetour?: string
}

export interface ChiffreCle {
  libelle: string
  valeur: ValeurDecrite
  type: TypeDeColonne
  decimales?: number
  unite?: string
  definition?: string
}

/** A cover page: headings of key figures, then links to the other sheets. */
export interface PageDeChiffres {
  genre: 'chiffres'
  nom: string
  titre: string
  sousTitre?: string
  rubriques: readonly { titre: string; chiffres: readonly ChiffreCle[] }[]
  liens?: readonly { feuille: string; libelle: string }[]
  note?: string
}

/** A page to read (« Méthode »): headings, paragraphs, terms and their definitions. */
export interface PageDeTexte {
  genre: 'texte'
  nom: string
  titre: string
  sousTitre?: string
  blocs: readonly BlocDeTexte[]
  lienRetour?: string
}

export type BlocDeTexte =
  | { genre: 'titre'; texte: string }
  | { genre: 'paragraphe'; texte: string }
  | { genre: 'definition'; terme: string; texte: string }
