import type { Filtre } from '../../../shared/liste/filtre'
import type { CellValue } from './cell-input'
import type { Column, Sort } from './column'
import type { ColumnsState } from './columns-state'
import type { Chip, CountedValue } from './filter'
import type { Group, Layout } from './grouping'
import type { Keyed } from './paste-plan'
import type { Selection } from './selection'
import type { ViewState } from './view-state'

/** One cell to write: its row, its column, the stored value, and what it reads meanwhile. */
export interface CellChange<Row> {
  readonly key: string
  readonly row: Row
  readonly column: Column<Row>
  readonly valeur: CellValue
  readonly texte: string
}

/** A cell that the register refused, with the rule's sentence. */
export interface RefusedCell {
  readonly key: string
  readonly cle: string
  readonly message: string
}

/** Writes cells as one step; resolves, once the list is up to date, with those that were refused. */
export type WriteCells<Row> = (
  changes: readonly CellChange<Row>[],
  onProgress: (fait: number, total: number) => void,
  signal: AbortSignal,
) => Promise<readonly RefusedCell[]>

export interface DataTableOptions<Row> {
  /** Accessible name of the table. */
  label: string
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  noun: { un: string; plusieurs: string }
  /** Order at first sight, and the column whose values gather the rows. */
  sort?: readonly Sort[]
  group?: Sort
  chips?: readonly Chip<Row>[]
  /** Chips pressed at first sight (a figure that opens what it counts). */
  activeChips?: readonly string[]
  selectable?: boolean
  /** Name under which the arrangement of the list is remembered. */
  memory?: string
  /** The lines of one record: what is looked for in them is not looked for in the next record. */
  ofRecord?: boolean
  /** Enter on a cell that is not typed, Ctrl + Enter, double click, click on the principal column. */
  onOpen?: (row: Row) => void
  /** The row under the cursor changed: for a detail pane. */
  onActive?: (row: Row | undefined) => void
  /** Absent: no cell is typed in place. */
  onWrite?: WriteCells<Row>
}

export type CountedChip<Row> = Chip<Row> & { readonly count: number; readonly active: boolean }

/** Where the rows of a table come from: all in memory, or page by page from the register. */
export interface Rows<Row> {
  readonly loading: boolean
  /** Rows in all, and rows that the search and the filters keep. */
  readonly total: number
  readonly kept: number
  /** A kept row by its place; undefined while it is on its way. */
  readonly rowAt: (place: number) => Row | undefined
  readonly keyAt: (place: number) => string | undefined
  /** Place of a row that is at hand, or −1. */
  readonly placeOf: (key: string) => number
  /** Kept rows from a place on, asked of the register when they are not at hand. */
  readonly read: (from: number, count: number) => Promise<readonly Keyed<Row>[]>
  /** What is in sight: the pages around it are kept at hand. */
  readonly want: (from: number, to: number) => void
  readonly layout: Layout
  /** Values of a column among the rows that the search and the other conditions keep, or among all those of the list. */
  readonly valuesOf: (column: Column<Row>, among?: 'kept' | 'all') => Promise<readonly CountedValue[]>
  readonly totalOf: (column: Column<Row>) => string | undefined
}

export interface DataTableModel<Row> extends Omit<DataTableOptions<Row>, 'chips'>, Rows<Row> {
  /** Columns drawn, in the order of the user. */
  readonly columns: readonly Column<Row>[]
  readonly allColumns: readonly Column<Row>[]
  readonly view: ViewState
  setView: (change: (view: ViewState) => ViewState) => void
  setColumns: (change: (columns: ColumnsState) => ColumnsState) => void
  /** What the view names and that is no more, columns or values, in sentences. */
  readonly dropped: readonly string[]
  setFilter: (filter: Filtre | null) => void
  readonly sorts: readonly Sort[]
  toggleSort: (cle: string, additive: boolean) => void
  readonly folded: ReadonlySet<string>
  toggleGroup: (value: string) => void
  readonly search: string
  setSearch: (search: string) => void
  readonly chips: readonly CountedChip<Row>[]
  toggleChip: (cle: string) => void
  /** Only these are pressed. */
  setChips: (cles: readonly string[]) => void
  clearFilters: () => void
  readonly selection: Selection
  setSelection: (change: (selection: Selection) => Selection) => void
  readonly selectedCount: number
  /** Takes every kept row, or none when all were. */
  toggleAllRows: () => void
  clearSelection: () => void
}

/** A table whose rows are all at hand: those selected are too. */
export interface MemoryTableModel<Row> extends DataTableModel<Row> {
  /** Kept rows in their order, and the groups that they are in; undefined without groups. */
  readonly keptRows: readonly Row[]
  readonly groups: readonly Group[] | undefined
  readonly selectedRows: readonly Row[]
}
