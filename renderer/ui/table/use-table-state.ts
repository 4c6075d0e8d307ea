import { useCallback, useMemo, useState } from 'react'
import type { Filtre } from '../../../shared/liste/filtre'
import { useReadOnly } from '../read-only'
import type { Sort } from './column'
import { nextSort } from './column'
import type { ColumnsState } from './columns-state'
import { arrangedColumns } from './columns-state'
import { emptySelection } from './selection'
import type { DataTableOptions } from './table-model'
import type { ViewState } from './view-state'
import { applicableView, initialView, readView } from './view-state'

const storageKey = (memory: string): string => `registre.liste.${memory}`

/** What the user arranged, written down at each change. */
function useView(memory: string | undefined, sorts: readonly Sort[] | undefined) {
  const [view, keep] = useState<ViewState>(() =>
    readView(memory === undefined ? null : localStorage.getItem(storageKey(memory)), initialView(sorts)),
  )
  const setView = useCallback(
    (change: (view: ViewState) => ViewState) =>
      keep((current) => {
        const next = change(current)
        if (memory !== undefined && next !== current) localStorage.setItem(storageKey(memory), JSON.stringify(next))
        return next
      }),
    [memory],
  )
  return [view, setView] as const
}

const toggled = (set: ReadonlySet<string>, item: string): ReadonlySet<string> => {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}

/** What the user does to a table, wherever its rows come from. */
export function useTableState<Row>(options: DataTableOptions<Row>) {
  const { columns: allColumns } = options
  const [search, setSearch] = useState('')
  const [pressedChips, setPressedChips] = useState<ReadonlySet<string>>(() => new Set(options.activeChips))
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set<string>())
  const [storedView, setView] = useView(options.memory, options.sort)
  const [storedSelection, setSelection] = useState(emptySelection)
  const { view, dropped } = useMemo(() => applicableView(storedView, allColumns), [storedView, allColumns])
  const columns = useMemo(() => arrangedColumns(allColumns, view.columns), [allColumns, view.columns])
  const setColumns = useCallback(
    (change: (columns: ColumnsState) => ColumnsState) =>
      setView((current) => ({ ...current, columns: change(current.columns) })),
    [setView],
  )
  const actions = useMemo(
    () => ({
      toggleSort: (cle: string, additive: boolean) =>
        setView((current) => ({ ...current, sorts: nextSort(current.sorts, cle, additive) })),
      toggleGroup: (value: string) => setFolded((current) => toggled(current, value)),
      toggleChip: (cle: string) => setPressedChips((current) => toggled(current, cle)),
      clearFilters: () => {
        setSearch('')
        setPressedChips(new Set())
        setView((current) => ({ ...current, filter: null }))
      },
      setFilter: (filter: Filtre | null) => setView((current) => ({ ...current, filter })),
      clearSelection: () => setSelection(emptySelection),
    }),
    [setView],
  )
  const { onWrite, ...others } = options
  const readOnly = useReadOnly()
  return {
    ...others,
    // The register as it stood on a day is read, not typed.
    ...(onWrite && !readOnly && { onWrite }),
    ...actions,
    allColumns,
    columns,
    view,
    dropped,
    setView,
    setColumns,
    sorts: view.sorts,
    folded,
    search,
    setSearch,
    pressedChips,
    storedSelection,
    setSelection,
  }
}
