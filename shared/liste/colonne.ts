/** What a cell holds: amounts in cents, hours decimal, percentages 0 to 100, days `AAAA-MM-JJ`; null or '' when empty. */
export type Valeur = string | number | boolean | null | undefined

/** How a column is read, filtered, sorted and written; `liste` is a text taken among few (filtered by ticking). */
export const typesDeColonne = [
  'texte',
  'liste',
  'nombre',
  'montant',
  'heures',
  'pourcentage',
  'jour',
  'booleen',
] as const
export type TypeDeColonne = (typeof typesDeColonne)[number]

/** The stored field that a cell shows: what its history, and writing it, speak of. */
export interface Cellule {
  readonly table: string
  readonly id: string
  readonly champ: string
}

/** How a cell is written: the same field and the same rule as the form of the record. */
export interface Ecriture<Ligne> {
  /** The stored field, on the record that the row stands for unless `fiche` says another. */
  readonly champ: string
  /** Table and id of the record that holds the field; null when this row has none (or several). */
  readonly fiche: (ligne: Ligne) => Omit<Cellule, 'champ'> | null
  /** What is stored for an empty cell; absent when it may not be emptied. */
  readonly vide?: string | null
  /** What is stored for each label, when it is not the label itself. */
  readonly choix?: Readonly<Record<string, string>>
  /** The académie's list whose terms are the labels: the field holds a term's id. */
  readonly vocabulaire?: string
  /** The field holds the id of a record of that table, named in the cell: an établissement by its UAI, or its name. */
  readonly reference?: 'etablissement'
}

/**
 * One column of a list, described once: the window draws it, the register filters, sorts and totals it, the export writes
 * it, a pasted cell is read by it. Pure: no component, no SQL.
 */
export interface ColonneDeListe<Ligne> {
  readonly cle: string
  /** Header; the unit is said here, once. */
  readonly titre: string
  readonly type: TypeDeColonne
  readonly valeur: (ligne: Ligne) => Valeur
  /** What parts the values of a cell that may hold several (« Réseau A · Réseau B »): each one is ticked by itself. */
  readonly separateur?: string
  /** Foot of the column, and of each group, over the rows kept. */
  readonly total?: 'somme'
  /** The column that is summed there instead of this one: hours a year, where some cells are hours a week. */
  readonly totalDe?: string
  /** How the total is said, when it is not in the unit of the cells: « ETP » of working times, « h/an » of hours. */
  readonly uniteTotale?: string
  /** The column that says what the number of each cell counts, when they differ: « h/an », « h/sem. ». */
  readonly uniteDe?: string
  /** Every text that its cells can show, when the product itself fixes them (a state): what a filter may tick. */
  readonly valeurs?: readonly string[]
  /** Rows may be grouped by it. */
  readonly groupable?: boolean
  /** Not shown until it is chosen: a fact to filter on, or a field that few look at. */
  readonly masquee?: boolean
  /** Whether what is typed in the search is looked for there; by default in the texts and lists first shown. */
  readonly recherchee?: boolean
  /** Absent: read only. */
  readonly ecriture?: Ecriture<Ligne>
}

/** A list of the product: its name, its words, its columns in the order first shown. */
export interface Liste<Ligne, Cle extends string = string> {
  readonly cle: Cle
  /** The table whose records its rows are. */
  readonly table: string
  readonly titre: string
  readonly noun: { readonly un: string; readonly plusieurs: string }
  readonly colonnes: readonly ColonneDeListe<Ligne>[]
}

export interface Tri {
  readonly colonne: string
  readonly sens: 'asc' | 'desc'
}

const numeriques: ReadonlySet<TypeDeColonne> = new Set(['nombre', 'montant', 'heures', 'pourcentage'])
export const estNumerique = (type: TypeDeColonne): boolean => numeriques.has(type)

/** Every text that the cells of a column can show; undefined when anything may come. */
export const valeursFixees = ({
  valeurs,
  ecriture,
}: Pick<ColonneDeListe<never>, 'valeurs' | 'ecriture'>): readonly string[] | undefined =>
  valeurs ?? (ecriture?.choix && Object.keys(ecriture.choix))

/** True when nothing is written in the cell. */
export const estVide = (valeur: Valeur): valeur is null | undefined | '' =>
  valeur === null || valeur === undefined || valeur === ''

/** True when the search looks into that column. */
export const estRecherchee = ({
  type,
  masquee,
  recherchee,
}: Pick<ColonneDeListe<never>, 'type' | 'masquee' | 'recherchee'>): boolean =>
  recherchee ?? (masquee !== true && (type === 'texte' || type === 'liste'))

/** The values of a cell, one by one. */
export function elements(separateur: string | undefined, valeur: Valeur): readonly string[] {
  if (estVide(valeur)) return ['']
  const texte = String(valeur)
  return separateur === undefined ? [texte] : texte.split(separateur)
}
