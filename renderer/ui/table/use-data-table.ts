import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import type { ColumnDef, RowData, SortFn } from '@tanstack/react-table'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { aujourdhui } from '../../today'
import type { Column, Sort } from './column'
import { cellText, compareKeys, formatTotal, sortKey, sumOf } from './column'
import type { Chip } from './filter'
import { countValues, keepByChips, keepByFilter, sameRows, searchIndex, searchRows } from './filter'
import { gather, groupedLayout, plainLayout } from './grouping'
import { retainExisting, selectedCount, toggleAll } from './selection'
import type { DataTableOptions, MemoryTableModel } from './table-model'
import { useTableState } from './use-table-state'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const noRows: readonly never[] = []
const noChips: readonly never[] = []
const nothingToFetch = (): void => undefined

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

/** Groups come first in the order; within each one, the sorts of the user. */
function useOrder(sorts: readonly Sort[], group: Sort | null): readonly Sort[] {
  return useMemo(() => (group ? [group, ...sorts.filter(({ cle }) => cle !== group.cle)] : sorts), [sorts, group])
}

export interface MemoryOptions<Row> extends DataTableOptions<Row> {
  /** Undefined while loading. */
  rows: readonly Row[] | undefined
}

/** The state of a table whose rows are all at hand. Given to `DataTable` and `TableFilters`. */
export function useDataTable<Row extends RowData>(options: MemoryOptions<Row>): MemoryTableModel<Row> {
  const state = useTableState<Row>(options)
  const { allColumns, view, folded, pressedChips, storedSelection, setSelection } = state
  // Pure by contract: the first one is kept, so that an inline function does not recompute every key.
  const [rowKey] = useState(() => options.rowKey)
  const rows: readonly Row[] = options.rows ?? noRows
  const chips: readonly Chip<Row>[] = options.chips ?? noChips
  const wanted = useDeferredValue(state.search)
  const searching = wanted.trim() !== ''

  const index = useMemo(() => (searching ? searchIndex(rows, allColumns) : []), [searching, rows, allColumns])
  const found = useMemo(() => searchRows(rows, index, wanted), [rows, index, wanted])
  const pressed = useStableRows(useMemo(() => keepByChips(found, chips, pressedChips), [found, chips, pressedChips]))
  const kept = useMemo(
    () => keepByFilter(pressed, allColumns, view.filter, aujourdhui()),
    [pressed, allColumns, view.filter],
  )
  const visible = useSortedRows(kept, allColumns, useOrder(view.sorts, view.group))
  const keys = useMemo(() => visible.map(rowKey), [visible, rowKey])
  const places = useMemo(() => new Map(keys.map((key, place) => [key, place])), [keys])
  const groups = useMemo(() => {
    const column = view.group && allColumns.find(({ cle }) => cle === view.group?.cle)
    if (!column) return undefined
    const summed = allColumns.filter(({ total }) => total === 'somme')
    return gather(
      visible,
      (row) => cellText(column, row),
      (some) => Object.fromEntries(summed.map((one) => [one.cle, sumOf(one, some)])),
    )
  }, [visible, view.group, allColumns])
  const layout = useMemo(
    () => (groups ? groupedLayout(groups, folded) : plainLayout(visible.length)),
    [groups, folded, visible.length],
  )
  const counted = useMemo(
    () =>
      chips.map((chip) => ({ ...chip, count: found.filter(chip.garde).length, active: pressedChips.has(chip.cle) })),
    [chips, found, pressedChips],
  )
  const byKey = useMemo(() => new Map(rows.map((row) => [rowKey(row), row])), [rows, rowKey])
  const selection = useMemo(() => retainExisting(storedSelection, (key) => byKey.has(key)), [storedSelection, byKey])
  const selectedRows = useMemo(() => {
    const chosen = [...selection.keys].map((key) => byKey.get(key))
    return chosen.filter((row) => row !== undefined)
  }, [selection, byKey])

  // The same as long as the order is: heights are kept under these keys.
  const keyAt = useCallback((place: number) => keys[place], [keys])

  return {
    ...state,
    loading: options.rows === undefined,
    keptRows: visible,
    groups,
    total: rows.length,
    kept: visible.length,
    rowAt: (place) => visible[place],
    keyAt,
    placeOf: (key) => places.get(key) ?? -1,
    read: (from, count) =>
      Promise.resolve(
        visible.slice(from, from + count).map((row, offset) => ({ key: keys[from + offset] ?? '', row })),
      ),
    want: nothingToFetch,
    layout,
    valuesOf: (column, among) => Promise.resolve(countValues(among === 'all' ? rows : pressed, column)),
    totalOf: (column) => formatTotal(column, visible),
    chips: counted,
    selection,
    selectedCount: selectedCount(selection, visible.length),
    toggleAllRows: () => setSelection((current) => toggleAll(current, keys)),
    selectedRows,
  }
}
