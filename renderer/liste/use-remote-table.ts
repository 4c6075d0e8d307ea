import { useCallback, useMemo, useState } from 'react'
import type { AppError } from '../../shared/app-error'
import { pageDeListe, valeursDeColonne } from '../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { Filtre } from '../../shared/liste/filtre'
import { type ContexteDeListe, pageAuPlus, type SelectionDeListe } from '../../shared/liste/demande'
import { call } from '../ipc/call'
import { type Column, writeTotal } from '../ui/table/column'
import { groupedLayout, plainLayout } from '../ui/table/grouping'
import type { Keyed } from '../ui/table/paste-plan'
import { both, joined, type RemoteChip } from './chips'
import { leftRow } from '../ui/table/left-row'
import { emptySelection, type Selection, selectedCount } from '../ui/table/selection'
import type { DataTableModel, DataTableOptions } from '../ui/table/table-model'
import { useTableState } from '../ui/table/use-table-state'
import { toTri } from '../ui/table/view-state'
import { useWriting } from './use-writing'
import { type Counts, type Demand, placesOf, rowOf, useAskAhead, usePages } from './use-pages'

interface RemoteOptions<Row extends { id: string }> extends Omit<
  DataTableOptions<Row>,
  'rowKey' | 'chips' | 'onWrite'
> {
  readonly liste: CleDeListe
  readonly contexte: ContexteDeListe
  readonly chips?: readonly RemoteChip[]
  /** What the screen is about: the other rows of the list are not in it. Pure by contract: written once. */
  readonly part?: Filtre
}

export interface RemoteTable<Row> {
  readonly table: DataTableModel<Row>
  /** What is seen, as an export asks for it. */
  readonly demand: Demand
  /** The rows selected, as the register resolves them: none of them needs to be at hand. */
  readonly selected: SelectionDeListe
  readonly error: AppError | null
  readonly refetch: () => unknown
}

const noChips: readonly RemoteChip[] = []
/** The count of the rows that a screen is about. */
const wholePart = ' part'

const rowKey = ({ id }: { id: string }): string => id

/** The same selection as long as it speaks of the same rows: « all but these » ends with the filter it was made under. */
function useSelectionOf(demand: Demand, { storedSelection, setSelection }: StoredSelection): Selection {
  const field = useMemo(
    () => ({ contexte: demand.contexte, recherche: demand.recherche, filtre: demand.filtre }),
    [demand.contexte, demand.recherche, demand.filtre],
  )
  const [known, setKnown] = useState(field)
  if (known === field) return storedSelection
  setKnown(field)
  if (storedSelection.inverse !== true) return storedSelection
  setSelection(() => emptySelection)
  return emptySelection
}

interface StoredSelection {
  readonly storedSelection: Selection
  readonly setSelection: (change: (selection: Selection) => Selection) => void
}

/** The state of a table whose rows stay in the register: it filters, sorts, groups and counts them, page by page. */
export function useRemoteTable<Row extends { id: string }>(options: RemoteOptions<Row>): RemoteTable<Row> {
  const { liste, contexte, chips = noChips, part = null } = options
  const onWrite = useWriting<Row>(liste, contexte)
  const state = useTableState<Row>({ ...options, rowKey, chips: [], onWrite })
  const { view, folded, pressedChips, setSelection } = state
  const recherche = state.search.trim()
  const demand = useMemo(
    (): Demand => ({
      liste,
      contexte,
      recherche,
      filtre: both(part, joined(chips, pressedChips, view.filter)),
      tris: view.sorts.map(toTri),
      groupe: view.group && toTri(view.group),
    }),
    [liste, contexte, recherche, part, chips, pressedChips, view.filter, view.sorts, view.group],
  )
  const selection = useSelectionOf(demand, state)
  const asked = useMemo(
    (): Counts => [
      ...chips.map(({ cle, filtre }) => ({ cle, filtre: both(part, filtre) ?? filtre, sur: 'recherche' as const })),
      ...(part ? [{ cle: wholePart, filtre: part, sur: 'ensemble' as const }] : []),
    ],
    [chips, part],
  )
  const [back] = useState(() => leftRow(options.label)?.place)
  const { head, pages, summary, error, refetch, want } = usePages(demand, asked, back)
  const places = useMemo(() => placesOf(pages), [pages])
  const kept = head?.retenues ?? 0
  const groups = head?.groupes
  const layout = useMemo(
    () =>
      groups
        ? groupedLayout(
            groups.map(({ valeur, debut, nombre, totaux }) => ({
              value: valeur,
              start: debut,
              size: nombre,
              totals: totaux,
            })),
            folded,
          )
        : plainLayout(kept),
    [groups, folded, kept],
  )
  const read = useCallback(
    async (from: number, count: number): Promise<readonly Keyed<Row>[]> => {
      const starts = Array.from({ length: Math.ceil(count / pageAuPlus) }, (_, index) => from + index * pageAuPlus)
      const rows: Keyed<Row>[] = []
      for (const debut of starts) {
        const nombre = Math.min(pageAuPlus, from + count - debut)
        const { lignes } = await call(pageDeListe, { ...demand, debut, nombre, avecTotaux: false })
        rows.push(...(lignes as Row[]).map((row) => ({ key: row.id, row })))
      }
      return rows
    },
    [demand],
  )
  const valuesOf = useCallback(
    async ({ cle }: Column<Row>, among: 'kept' | 'all' = 'kept') => {
      const field = among === 'all' ? { filtre: part } : { recherche, filtre: demand.filtre ?? null }
      const { valeurs } = await call(valeursDeColonne, { liste, contexte, colonne: cle, ...field })
      return valeurs.map(({ valeur, nombre }) => ({ value: valeur, count: nombre }))
    },
    [liste, contexte, recherche, part, demand.filtre],
  )
  const askAhead = useAskAhead()
  const taken = selectedCount(selection, kept)
  const table: DataTableModel<Row> = {
    ...state,
    dropped: head ? [...state.dropped, ...head.abandons] : state.dropped,
    setSearch: (text) => {
      askAhead({ ...demand, recherche: text.trim() })
      state.setSearch(text)
    },
    loading: head === undefined || (part !== null && summary === undefined),
    total: (part ? summary?.comptes[wholePart] : head?.ensemble) ?? 0,
    kept,
    rowAt: (place) => rowOf(pages, place) as Row | undefined,
    keyAt: (place) => (rowOf(pages, place) as Row | undefined)?.id,
    placeOf: (key) => places.get(key) ?? -1,
    read,
    want,
    layout,
    valuesOf,
    totalOf: (column) => {
      const total = summary?.totaux[column.cle]
      return column.total === 'somme' && total !== undefined ? writeTotal(column, total) : undefined
    },
    chips: chips.map(({ cle, titre, tone }) => ({
      cle,
      titre,
      garde: () => true,
      count: summary?.comptes[cle] ?? 0,
      active: pressedChips.has(cle),
      ...(tone !== undefined && { tone }),
    })),
    selection,
    selectedCount: taken,
    toggleAllRows: () =>
      setSelection((current) =>
        selectedCount(current, kept) >= kept ? emptySelection : { keys: new Set(), anchor: undefined, inverse: true },
      ),
  }
  const keys = [...selection.keys]
  const selected: SelectionDeListe =
    selection.inverse === true
      ? { tousSauf: keys, champ: { contexte, recherche, filtre: demand.filtre } }
      : { ids: keys }
  return { table, demand, selected, error, refetch }
}
