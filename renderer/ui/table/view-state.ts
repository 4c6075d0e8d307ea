import type { Sort } from './column'
import type { ColumnsState } from './columns-state'
import { noColumnsState, readColumnsState } from './columns-state'

/** How a list is looked at: what the user arranged, remembered from one visit to the next and saved as a view. */
export interface ViewState {
  readonly columns: ColumnsState
  readonly sorts: readonly Sort[]
  readonly group: Sort | null
  readonly compact: boolean
}

export const initialView = (sorts: readonly Sort[] = []): ViewState => ({
  columns: noColumnsState,
  sorts,
  group: null,
  compact: false,
})

const isSort = (value: unknown): value is Sort => {
  if (typeof value !== 'object' || value === null) return false
  const { cle, sens } = value as Record<string, unknown>
  return typeof cle === 'string' && (sens === 'asc' || sens === 'desc')
}

/** Reads what was remembered; anything that is not a view gives the list's own. */
export function readView(text: string | null, fallback: ViewState): ViewState {
  if (text === null) return fallback
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return fallback
    const { columns, sorts, group, compact } = value as Record<string, unknown>
    return {
      columns: readColumnsState(columns),
      sorts: Array.isArray(sorts) ? sorts.filter(isSort) : fallback.sorts,
      group: isSort(group) ? group : null,
      compact: compact === true,
    }
  } catch {
    return fallback
  }
}

/** What still applies when columns are gone: the sort and the group of a column that is no more are dropped. */
export function applicableView(view: ViewState, known: (cle: string) => boolean): ViewState {
  const sorts = view.sorts.filter(({ cle }) => known(cle))
  const group = view.group && known(view.group.cle) ? view.group : null
  return sorts.length === view.sorts.length && group === view.group ? view : { ...view, sorts, group }
}
