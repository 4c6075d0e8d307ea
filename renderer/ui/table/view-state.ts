import { z } from 'zod'
import type { Filtre } from '../../../shared/liste/filtre'
import { filtre } from '../../../shared/liste/filtre'
import type { Tri } from '../../../shared/liste/colonne'
import { restreindre } from '../../../shared/liste/restreindre'
import type { Column, Sort } from './column'
import { filterColumns } from './filter'
import type { ColumnsState } from './columns-state'
import { noColumnsState, readColumnsState } from './columns-state'

/** How a list is looked at: what the user arranged, remembered from one visit to the next and saved as a view. */
export interface ViewState {
  readonly columns: ColumnsState
  readonly sorts: readonly Sort[]
  readonly group: Sort | null
  readonly compact: boolean
  /** Conditions of the user, besides the search and the chips. */
  readonly filter: Filtre | null
  /** The saved view that it was taken from, whatever was changed since. */
  readonly savedAs?: string
}

export const initialView = (sorts: readonly Sort[] = [], group: Sort | null = null): ViewState => ({
  columns: noColumnsState,
  sorts,
  group,
  compact: false,
  filter: null,
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
    const { columns, sorts, group, compact, filter, savedAs } = value as Record<string, unknown>
    return {
      columns: readColumnsState(columns),
      sorts: Array.isArray(sorts) ? sorts.filter(isSort) : fallback.sorts,
      group: isSort(group) ? group : null,
      compact: compact === true,
      filter: filtre.safeParse(filter).data ?? null,
      ...(typeof savedAs === 'string' && { savedAs }),
    }
  } catch {
    return fallback
  }
}

/** What is typed in the quick filter of a list, and the keys of the chips pressed. */
export interface Typed {
  readonly search: string
  readonly chips: readonly string[]
}
export const nothingTyped: Typed = { search: '', chips: [] }

const typed = z.object({ search: z.string().max(300), chips: z.array(z.string()).max(100) })

/** Reads what was left in the quick filter; anything else is nothing typed. */
export function readTyped(text: string | null): Typed {
  try {
    return typed.safeParse(JSON.parse(text ?? 'null')).data ?? nothingTyped
  } catch {
    return nothingTyped
  }
}

interface Applicable {
  readonly view: ViewState
  /** What was dropped, in sentences. */
  readonly dropped: readonly string[]
}

/** What still applies when columns are gone: the conditions, the sort and the group that named them are dropped. */
export function applicableView<Row>(view: ViewState, columns: readonly Column<Row>[]): Applicable {
  const {
    filtre: filter,
    tris,
    groupe,
    abandons,
  } = restreindre(filterColumns(columns), {
    filtre: view.filter,
    tris: view.sorts.map(toTri),
    groupe: view.group && toTri(view.group),
  })
  if (abandons.length === 0) return { view, dropped: abandons }
  const sorts = view.sorts.filter(({ cle }) => tris.some(({ colonne }) => colonne === cle))
  const kept = filter && filter.termes.length > 0 ? filter : null
  return { view: { ...view, filter: kept, sorts, group: groupe ? view.group : null }, dropped: abandons }
}

/** A sort as the register takes it. */
export const toTri = ({ cle, sens }: Sort): Tri => ({ colonne: cle, sens })
