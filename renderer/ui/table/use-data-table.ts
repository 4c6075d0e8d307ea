import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import type { ColumnDef, RowData, SortFn } from '@tanstack/react-table'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Column, Sort } from './column'
import { compareKeys, nextSort, sortKey } from './column'
import type { Chip } from './filter'
import { keepByChips, sameRows, searchIndex, searchRows } from './filter'
import type { Selection } from './selection'
import { emptySelection, retainExisting } from './selection'

export interface DataTableOptions<Row> {
  /** Accessible name of the table. */
  label: string
  columns: readonly Column<Row>[]
  /** Undefined while loading. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  noun: { un: string; plusieurs: string }
  /** Order at first sight. */
  sort?: readonly Sort[]
  chips?: readonly Chip<Row>[]
  /** Chips pressed at first sight (a figure that opens what it counts). */
  activeChips?: readonly string[]
  selectable?: boolean
  /** Enter, double click, click on the principal column. */
  onOpen?: (row: Row) => void
  /** Row under the cursor at first sight. */
  activeKey?: string
  /** The row under the cursor changed: for a detail pane. */
  onActive?: (row: Row | undefined) => void
}

export interface DataTableModel<Row> extends Omit<DataTableOptions<Row>, 'rows' | 'sort' | 'chips'> {
  readonly loading: boolean
  readonly rows: readonly Row[]
  /** Filtered and sorted: what is seen, in the order seen. */
  readonly visibleRows: readonly Row[]
  readonly visibleKeys: readonly string[]
  readonly sorts: readonly Sort[]
  toggleSort: (cle: string, additive: boolean) => void
  readonly search: string
  setSearch: (search: string) => void
  readonly chips: readonly (Chip<Row> & { count: number; active: boolean })[]
  toggleChip: (cle: string) => void
  clearFilters: () => void
  readonly selection: Selection
  setSelection: (change: (selection: Selection) => Selection) => void
  readonly selectedRows: readonly Row[]
  clearSelection: () => void
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const noRows: readonly never[] = []
const noChips: readonly never[] = []

/** Keeps the former array while the rows are the same: chips written inline are new at every render. */
function useStableRows<Row>(rows: readonly Row[]): readonly Row[] {
  const [kept, setKept] = useState(rows)
  if (sameRows(kept, rows)) return kept
  setKept(rows)
  return rows
}

function useSortedRows<Row extends RowData>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorts: readonly Sort[],
): readonly Row[] {
  const definitions = useMemo(() => {
    const byKey: SortFn<typeof features, Row> = (a, b, id) =>
      compareKeys(a.getValue<string | number>(id), b.getValue<string | number>(id))
    return columns.map((column): ColumnDef<typeof features, Row> => ({
      id: column.cle,
      accessorFn: (row) => sortKey(column, row),
      sortFn: byKey,
      sortUndefined: 'last',
    }))
  }, [columns])
  const sorting = useMemo(() => sorts.map(({ cle, sens }) => ({ id: cle, desc: sens === 'desc' })), [sorts])
  const data = useMemo(() => [...rows], [rows])
  const table = useTable({ features, columns: definitions, data, state: { sorting } })
  const model = table.getSortedRowModel()
  return useMemo(() => model.rows.map((row) => row.original), [model])
}

/** The state of a table: search, filters, order, selection. Given to `DataTable` and `TableFilters`. */
export function useDataTable<Row extends RowData>(options: DataTableOptions<Row>): DataTableModel<Row> {
  const { columns } = options
  // Pure by contract: the first one is kept, so that an inline function does not recompute every key.
  const [rowKey] = useState(() => options.rowKey)
  const rows: readonly Row[] = options.rows ?? noRows
  const chips: readonly Chip<Row>[] = options.chips ?? noChips
  const [search, setSearch] = useState('')
  const [active, setActive] = useState<ReadonlySet<string>>(() => new Set(options.activeChips))
  const [sorts, setSorts] = useState<readonly Sort[]>(options.sort ?? [])
  const [storedSelection, setSelection] = useState(emptySelection)
  const wanted = useDeferredValue(search)
  const searching = wanted.trim() !== ''

  const index = useMemo(() => (searching ? searchIndex(rows, columns) : []), [searching, rows, columns])
  const found = useMemo(() => searchRows(rows, index, wanted), [rows, index, wanted])
  const kept = useStableRows(useMemo(() => keepByChips(found, chips, active), [found, chips, active]))
  const visibleRows = useSortedRows(kept, columns, sorts)
  const visibleKeys = useMemo(() => visibleRows.map(rowKey), [visibleRows, rowKey])
  const counted = useMemo(
    () => chips.map((chip) => ({ ...chip, count: found.filter(chip.garde).length, active: active.has(chip.cle) })),
    [chips, found, active],
  )
  const byKey = useMemo(() => new Map(rows.map((row) => [rowKey(row), row])), [rows, rowKey])
  const selection = useMemo(() => retainExisting(storedSelection, (key) => byKey.has(key)), [storedSelection, byKey])
  const selectedRows = useMemo(() => {
    const chosen = [...selection.keys].map((key) => byKey.get(key))
    return chosen.filter((row) => row !== undefined)
  }, [selection, byKey])

  return {
    ...options,
    loading: options.rows === undefined,
    rows,
    visibleRows,
    visibleKeys,
    sorts,
    toggleSort: (cle, additive) => setSorts((current) => nextSort(current, cle, additive)),
    search,
    setSearch,
    chips: counted,
    toggleChip: (cle) =>
      setActive((current) => {
        const next = new Set(current)
        if (!next.delete(cle)) next.add(cle)
        return next
      }),
    clearFilters: () => {
      setSearch('')
      setActive(new Set())
    },
    selection,
    setSelection,
    selectedRows,
    clearSelection: () => setSelection(emptySelection),
  }
}
