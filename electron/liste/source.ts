import type { ContexteDeListe } from '../../shared/liste/demande'
import type { Liste, Valeur } from '../../shared/liste/colonne'
import type { Context } from '../register/context'

/** What reading a list needs of a call. */
export type Lecture = Pick<Context, 'db' | 'today' | 'resources'>

/** A list too long to be read whole for each question: SQL gives its order, its pages and its columns apart. */
export interface SourceLongue {
  /** Identifiers from `debut`, in the list's own order, read on an index. */
  ids: (lecture: Lecture, contexte: ContexteDeListe, debut: number, nombre: number) => Promise<string[]>
  compter: (lecture: Lecture, contexte: ContexteDeListe) => Promise<number>
  /** For each row in the list's own order, its rank in the order in which `colonnes` come. */
  stockage: (lecture: Lecture, contexte: ContexteDeListe) => Promise<Int32Array>
  /** Whole columns in the order of storage, the fastest to read; `id` and, when there is one, `recherche` (a `cleRecherche`) are keys too. */
  colonnes: (lecture: Lecture, contexte: ContexteDeListe, cles: readonly string[]) => Promise<Valeur[][]>
  /**
   * What the rows are made of: the table whose records they are, with the field of its order, and the columns that each
   * other table feeds. A table that is not named has no part in this list.
   */
  dependances: { table: string; ordre: string; liees: Readonly<Record<string, readonly string[]>> }
  /** The column whose French order is the list's own. */
  ordre: string
  /** Columns that the stored search key holds already. */
  dansRecherche: readonly string[]
}

/** Where the rows of one list come from. Everything else is the engine's. */
export interface SourceDeListe<Ligne> {
  readonly liste: Liste<Ligne>
  readonly id: (ligne: Ligne) => string
  /** Rows in the list's own order: all of them, or those of `ids` in any order. */
  readonly lire: (lecture: Lecture, contexte: ContexteDeListe, ids?: readonly string[]) => Promise<Ligne[]>
  readonly longue?: SourceLongue
}

/** A source whose rows the engine handles without knowing them: it gives them only to this source's own functions. */
export type SourceQuelconque = SourceDeListe<unknown>

export const definirSource = <Ligne>(source: SourceDeListe<Ligne>): SourceQuelconque =>
  source as unknown as SourceQuelconque
