import type { ReactNode } from 'react'
import { net } from '../../../shared/nombres'
import { cleTri } from '../../../shared/text'
import type { Value, ValueType } from '../format'
import { formatValeur } from '../format'
import type { Editing } from './cell-input'

/** Where one shown value is kept: what its history is asked by, and where a correction is written. */
export interface StoredCell {
  readonly table: string
  readonly id: string
  readonly champ: string
}

/** One column of the table: what it shows, how it is written, sorted, totalled. */
export interface Column<Row> {
  readonly cle: string
  /** Header; the unit is said here, once. */
  readonly titre: string
  readonly valeur: (row: Row) => Value
  readonly type?: ValueType
  /** Least width in pixels. */
  readonly largeur?: number
  /** Share of the spare width; by default 1 for a text, 0 for the rest. */
  readonly extensible?: number
  /** What is shown instead of the formatted value. */
  readonly rendu?: (row: Row) => ReactNode
  /** The name of the row: bold, opens it when clicked. */
  readonly principale?: boolean
  readonly triable?: boolean
  /** The stored cell behind the value shown; null or absent when it is put together from several. */
  readonly cellule?: (row: Row) => StoredCell | null
  /** Its cells are typed in place. */
  readonly edition?: Editing<Row>
  /** Hidden until the user asks for it. */
  readonly masquee?: boolean
  /** Kept at the left while the others scroll. */
  readonly epinglee?: boolean
  /** What parts the values of a cell that holds several: each is filtered by itself. */
  readonly separateur?: string
  /** Every text that its cells can show, when the product fixes them: a saved filter drops any other. */
  readonly valeurs?: readonly string[]
  /** Rows may be gathered by its values. */
  readonly groupable?: boolean
  /** Foot of the column, over the visible rows. */
  readonly total?: 'somme' | ((rows: readonly Row[]) => Value)
  /** The sum is shown only of rows that count alike; by default, of all. */
  readonly sommeSi?: (rows: readonly Row[]) => boolean
  /** What the title does not say: shown on it, and read with it. */
  readonly aide?: string
  /** What the number of a cell counts, where cells differ: « h/an », « h/sem. ». */
  readonly unite?: (row: Row) => string
  /** How a sum is written, when it is not in the unit of the cells. */
  readonly ecrireSomme?: (somme: number) => string
}

/** For columns of rows that are one record each: the field of the row's own record. */
export const champDe =
  (table: string) =>
  (champ: string) =>
  ({ id }: { readonly id: string }): StoredCell => ({ table, id, champ })

export interface Sort {
  readonly cle: string
  readonly sens: 'asc' | 'desc'
}

const numeric: ReadonlySet<ValueType> = new Set(['nombre', 'pourcentage', 'heures', 'montant'])
const defaultWidths: Record<ValueType, number> = {
  texte: 160,
  nombre: 90,
  pourcentage: 90,
  heures: 110,
  montant: 120,
  liste: 140,
  booleen: 80,
  jour: 110,
  etat: 130,
}

export const columnType = <Row>(column: Column<Row>): ValueType => column.type ?? 'texte'
export const isNumeric = <Row>(column: Column<Row>): boolean => numeric.has(columnType(column))
export const columnWidth = <Row>(column: Column<Row>): number => column.largeur ?? defaultWidths[columnType(column)]

/** The text of a cell: what the column draws when that is a text, else its value written by its type. */
export function cellText<Row>(column: Column<Row>, row: Row): string {
  const shown = column.rendu?.(row)
  if (typeof shown === 'string') return shown
  return formatValeur(columnType(column), column.valeur(row))
}

/** Width of the boxes that select rows. */
const boxWidth = 36

/** Share of the spare width. */
const shareOf = <Row>(column: Column<Row>): number => column.extensible ?? (columnType(column) === 'texte' ? 1 : 0)

/**
 * The grid template shared by the header, the rows and the totals, and the least width of them all. Each column has its
 * least width first; what is left is shared (`fr` would share the whole, and starve a wide column beside one that is asked
 * to stretch more).
 */
export function gridTemplate<Row>(
  columns: readonly Column<Row>[],
  selectable: boolean,
): { columns: string; width: number } {
  const width = columns.reduce((sum, column) => sum + columnWidth(column), selectable ? boxWidth : 0)
  const shares = columns.reduce((sum, column) => sum + shareOf(column), 0)
  const tracks = columns.map((column) => {
    const share = shareOf(column)
    const least = columnWidth(column)
    return share > 0 ? `calc(${least}px + (100% - ${width}px) * ${share} / ${shares})` : `${least}px`
  })
  // Without a text to stretch, the spare width goes after the last column.
  if (shares === 0) tracks.push('1fr')
  return { columns: [...(selectable ? [`${boxWidth}px`] : []), ...tracks].join(' '), width }
}

/**
 * Where each column kept at the left stops, as variables of the grid by the rank of the column (`--pin-0`, `--pin-3`…),
 * and `--pins`, the width that they take together.
 */
export function pinOffsets<Row>(columns: readonly Column<Row>[], selectable: boolean): Record<string, string> {
  const offsets: Record<string, string> = {}
  let left = selectable ? boxWidth : 0
  for (const [index, column] of columns.entries()) {
    if (column.epinglee !== true) continue
    offsets[`--pin-${index}`] = `${left}px`
    left += columnWidth(column)
  }
  return hasPins(columns) ? { ...offsets, '--pins': `${left}px` } : offsets
}

export const hasPins = <Row>(columns: readonly Column<Row>[]): boolean =>
  columns.some(({ epinglee }) => epinglee === true)

/** What a column is sorted by: undefined for an empty cell (always last), a number, or a text key in French order. */
export function sortKey<Row>(column: Column<Row>, row: Row): string | number | undefined {
  const value = column.valeur(row)
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  return columnType(column) === 'jour' ? value : cleTri(value)
}

/** Order of two sort keys; mixed kinds put numbers first. */
export function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0
  return typeof a === 'number' ? -1 : 1
}

/** The next state of a header that is clicked: ascending, descending, then the order of the data. */
export function nextSort(sorts: readonly Sort[], cle: string, additive: boolean): Sort[] {
  const current = sorts.find((sort) => sort.cle === cle)
  const next: Sort[] = !current ? [{ cle, sens: 'asc' }] : current.sens === 'asc' ? [{ cle, sens: 'desc' }] : []
  if (!additive) return next
  const others = sorts.filter((sort) => sort.cle !== cle)
  return [...others, ...next]
}

/** The text of a total, or undefined for a column without one. */
export function formatTotal<Row>(column: Column<Row>, rows: readonly Row[]): string | undefined {
  if (column.total === undefined) return undefined
  if (column.total !== 'somme') return formatValeur(columnType(column), column.total(rows))
  return column.sommeSi?.(rows) === false ? '' : writeTotal(column, sumOf(column, rows))
}

/** A sum as the foot of its column and its groups write it. */
export const writeTotal = <Row>(column: Column<Row>, somme: number): string =>
  column.ecrireSomme?.(somme) ?? formatValeur(columnType(column), somme)

/** Sum of the numbers of a column; empty cells count for nothing. */
export const sumOf = <Row>(column: Column<Row>, rows: readonly Row[]): number =>
  net(
    rows.reduce((total, row) => {
      const value = column.valeur(row)
      return typeof value === 'number' ? total + value : total
    }, 0),
  )
