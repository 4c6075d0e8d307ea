import { cleRecherche, termesRecherche } from '../../../shared/text'
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
  return rows.map((row) => {
    const words = searched.map((column) => formatValeur(columnType(column), column.valeur(row))).join(' ')
    return ` ${cleRecherche(words)}`
  })
}

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
