import { useCallback, useMemo, useState } from 'react'
import type { Filtre } from '../../../shared/liste/filtre'
import { useReadOnly } from '../read-only'
import { nextSort } from './column'
import type { ColumnsState } from './columns-state'
import { arrangedColumns } from './columns-state'
import { emptySelection } from './selection'
import type { DataTableOptions } from './table-model'
import type { Typed, ViewState } from './view-state'
import { applicableView, initialView, nothingTyped, readTyped, readView } from './view-state'

const storageKey = (memory: string): string => `registre.liste.${memory}`

const typedKey = (memory: string): string => `registre.saisie.${memory}`

/** A state of the list, written down at each change under `key`. */
function useKept<State>(key: string | undefined, initial: (stored: string | null) => State) {
  const [state, keep] = useState(() => initial(key === undefined ? null : localStorage.getItem(key)))
  const setState = useCallback(
    (change: (state: State) => State) =>
      keep((current) => {
        const next = change(current)
        if (key !== undefined && next !== current) localStorage.setItem(key, JSON.stringify(next))
        return next
      }),
    [key],
  )
  return [state, setState] as const
}

/** What the user arranged; a figure that opens what it counts leaves their own conditions aside. */
const useView = <Row>({ memory, sort, group, activeChips, ofRecord = false }: DataTableOptions<Row>) =>
  useKept<ViewState>(memory && storageKey(memory), (stored) => {
    const view = readView(stored, initialView(sort, group))
    return activeChips === undefined && !ofRecord ? view : { ...view, filter: null }
  })

/** What is typed in the quick filter and which chips are pressed, there again at the next visit and the next start. */
const useTyped = <Row>({ memory, activeChips, ofRecord = false }: DataTableOptions<Row>) =>
  useKept<Typed>(memory === undefined || ofRecord ? undefined : typedKey(memory), (stored) =>
    activeChips === undefined ? readTyped(stored) : { search: '', chips: activeChips },
  )

const toggled = (set: ReadonlySet<string>, item: string): ReadonlySet<string> => {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}

/** What the user does to a table, wherever its rows come from. */
export function useTableState<Row>(options: DataTableOptions<Row>) {
  const { columns: allColumns } = options
  const [{ search, chips }, setTyped] = useTyped(options)
  const pressedChips = useMemo(() => new Set(chips), [chips])
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set<string>())
  const [storedView, setView] = useView(options)
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
      setSearch: (text: string) => setTyped((current) => ({ ...current, search: text })),
      toggleChip: (cle: string) =>
        setTyped((current) => ({ ...current, chips: [...toggled(new Set(current.chips), cle)] })),
      setChips: (cles: readonly string[]) => setTyped((current) => ({ ...current, chips: cles })),
      clearFilters: () => {
        setTyped(() => nothingTyped)
        setView((current) => ({ ...current, filter: null }))
      },
      setFilter: (filter: Filtre | null) => setView((current) => ({ ...current, filter })),
      clearSelection: () => setSelection(emptySelection),
    }),
    [setView, setTyped],
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
    pressedChips,
    storedSelection,
    setSelection,
  }
}
