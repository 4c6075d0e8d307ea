import { cleRecherche, plier, termesRecherche } from '../../../shared/text'
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
  return rows.map((row) =>
    searched.reduce((all, column) => `${all} ${fold(formatValeur(columnType(column), column.valeur(row)))}`, ''),
  )
}

/** The same rows in the same order: whatever is computed from the former array still holds. */
export const sameRows = <Row>(a: readonly Row[], b: readonly Row[]): boolean =>
  a === b || (a.length === b.length && a.every((row, index) => row === b[index]))

/** Rows whose indexed text has every typed word at the beginning of a word. */
export function searchRows<Row>(rows: readonly Row[], index: readonly string[], requete: string): readonly Row[] {
  const termes = termesRecherche(requete)
  if (termes.length === 0) return rows
  return rows.filter((_, i) => {
    const text = index[i] ?? ''
    const begins = (mot: string): boolean => text.includes(` ${mot}`)
    return termes.every(({ mots, colle }) => mots.every(begins) || (colle !== undefined && begins(colle)))
  })
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
