import type { ColonneDeListe, TypeDeColonne } from '../../../shared/liste/colonne'
import { elements } from '../../../shared/liste/colonne'
import type { Condition, Filtre } from '../../../shared/liste/filtre'
import { estGroupe } from '../../../shared/liste/filtre'
import { predicat } from '../../../shared/liste/retenir'
import { cleRecherche, cleTri, motsPresents, plier, termesRecherche } from '../../../shared/text'
import type { Tone } from '../tone'
import { formatValeur } from '../format'
import { columnType, isNumeric, type Column } from './column'

/** A filter offered above the table with the number of rows it keeps. */
export interface Chip<Row> {
  readonly cle: string
  readonly titre: string
  readonly garde: (row: Row) => boolean
  readonly tone?: Tone
}

/** The folded text of each row, over its columns of words; made once per list, read at every key. */
export function searchIndex<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  const searched = columns.filter((column) => !isNumeric(column))
  const folded = new Map<string, string>()
  const fold = (text: string): string => {
    const known = folded.get(text)
    if (known !== undefined) return known
    // Only a word that is joined to another has a second form; the plain fold is five times cheaper.
    const made = /[\p{L}\p{N}][^\p{L}\p{N}\s]+[\p{L}\p{N}]/u.test(text) ? cleRecherche(text) : plier(text)
    folded.set(text, made)
    return made
  }
  return rows.map(
    (row) =>
      `${searched.reduce((all, column) => `${all} ${fold(formatValeur(columnType(column), column.valeur(row)))}`, '')} `,
  )
}

/** The same rows in the same order: whatever is computed from the former array still holds. */
export const sameRows = <Row>(a: readonly Row[], b: readonly Row[]): boolean =>
  a === b || (a.length === b.length && a.every((row, index) => row === b[index]))

/** Rows whose indexed text has every typed word at the beginning of a word. */
export function searchRows<Row>(rows: readonly Row[], index: readonly string[], requete: string): readonly Row[] {
  const termes = termesRecherche(requete)
  if (termes.length === 0) return rows
  const fits = motsPresents(termes)
  return rows.filter((_, i) => fits(index[i] ?? ''))
}

/** Rows kept by at least one of the active chips; all of them when none is active. */
export function keepByChips<Row>(
  rows: readonly Row[],
  chips: readonly Chip<Row>[],
  active: ReadonlySet<string>,
): readonly Row[] {
  const kept = chips.filter((chip) => active.has(chip.cle))
  return kept.length === 0 ? rows : rows.filter((row) => kept.some((chip) => chip.garde(row)))
}

/** How the cells of a column are filtered; a state is ticked among those of the list. */
export function filterType<Row>(column: Column<Row>): TypeDeColonne {
  const type = columnType(column)
  return type === 'etat' ? 'liste' : type
}

/** The columns as the filters know them. */
export const filterColumns = <Row>(columns: readonly Column<Row>[]): readonly ColonneDeListe<Row>[] =>
  columns.map((column) => ({
    cle: column.cle,
    titre: column.titre,
    type: filterType(column),
    valeur: column.valeur,
    ...(column.separateur !== undefined && { separateur: column.separateur }),
    ...(column.valeurs !== undefined && { valeurs: column.valeurs }),
  }))

/** Rows that a filter keeps; `today` (`AAAA-MM-JJ`) is what relative dates are counted from. */
export function keepByFilter<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filter: Filtre | null,
  today: string,
): readonly Row[] {
  if (!filter || filter.termes.length === 0) return rows
  const known = new Map(columns.map((column) => [column.cle, column]))
  const keeps = predicat<Row>(filterColumns(columns), filter, today, (cle) => {
    const column = known.get(cle)
    return (row) => column?.valeur(row)
  })
  return rows.filter(keeps)
}

/** A value of a column and how many rows have it. */
export interface CountedValue {
  readonly value: string
  readonly count: number
}

/** The values of a column in French order, each with its count; a cell that holds several counts for each. */
export function countValues<Row>(rows: readonly Row[], column: Column<Row>): CountedValue[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const value of elements(column.separateur, column.valeur(row))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count, key: cleTri(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ value, count }) => ({ value, count }))
}

/** The first condition on a column among those that all must hold: what the menu of the column shows and changes. */
export const conditionOn = (filter: Filtre | null, cle: string): Condition | undefined =>
  filter?.lien === 'et'
    ? filter.termes.find((terme): terme is Condition => !estGroupe(terme) && terme.colonne === cle)
    : undefined

/** The filter with this condition instead of the one its column had; undefined takes it away. */
export function withCondition(filter: Filtre | null, cle: string, condition: Condition | undefined): Filtre | null {
  // Alternatives stay together: the new condition is asked besides them.
  const base: Filtre =
    filter === null || filter.termes.length === 0
      ? { lien: 'et', termes: [] }
      : filter.lien === 'et'
        ? filter
        : { lien: 'et', termes: [filter] }
  const before = conditionOn(base, cle)
  const termes = before
    ? base.termes.flatMap((terme) => (terme === before ? (condition ?? []) : terme))
    : [...base.termes, ...(condition ? [condition] : [])]
  return termes.length === 0 ? null : { lien: 'et', termes }
}

/** The filter without one of its terms. */
export function withoutTerm(filter: Filtre, index: number): Filtre | null {
  const termes = filter.termes.filter((_, place) => place !== index)
  return termes.length === 0 ? null : { ...filter, termes }
}
