import type { UseQueryOptions } from '@tanstack/react-query'
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { AppError } from '../../shared/app-error'
import { pageDeListe } from '../../shared/domain/liste/liste.contract'
import type { InputOf } from '../../shared/ipc'
import type { PageDeListe } from '../../shared/liste/demande'
import { useAuJour } from '../ipc/au-jour'
import { queryOf } from '../ipc/demande'

/** What is asked of a list, without its pages. */
export type Demand = Omit<InputOf<typeof pageDeListe>, 'debut' | 'nombre' | 'avecTotaux' | 'comptes'>
export type Counts = NonNullable<InputOf<typeof pageDeListe>['comptes']>

/** Rows of one page: what fills the highest screen several times. */
const pageSize = 200
/** Rows asked for beyond what is in sight, so that scrolling finds them there. */
const ahead = 100
/** Pages that left the screen are kept so long (ms), for the hand that comes back. */
const keptFor = 30_000

type Ask = (more: Partial<InputOf<typeof pageDeListe>>) => UseQueryOptions<PageDeListe, AppError>

/** How more of a demand is asked: like any screen's question, so that the next start asks for it ahead. */
const asking =
  (demand: Demand, auJour: string | undefined): Ask =>
  (more) =>
    ({
      ...queryOf({ name: pageDeListe.name, input: { ...demand, ...more }, later: false }, auJour),
      gcTime: keptFor,
    }) as UseQueryOptions<PageDeListe, AppError>

const onePage = (page: number) => ({ debut: page * pageSize, nombre: pageSize, avecTotaux: false })

/** A list as it stands for one demand: its first answer, and the pages at hand. */
interface Snapshot {
  readonly demand: Demand
  readonly head: PageDeListe
  readonly pages: ReadonlyMap<number, PageDeListe>
}

/** The pages of so many places, and of those that come before and after. */
const pagesAround = (from: number, to: number) => ({
  first: Math.floor(Math.max(0, from - ahead) / pageSize),
  last: Math.floor((to + ahead) / pageSize),
})

const noPages: ReadonlyMap<number, PageDeListe> = new Map()

/**
 * The pages around what is in sight, the next ones asked for before they are seen. While a new demand is on its way the
 * former rows stay, so that a filter never blinks. `from`: the place that is looked at first.
 */
export function usePages(demand: Demand, counts: Counts, from = 0) {
  const [range, setRange] = useState(() => pagesAround(from, from))
  const ask = asking(demand, useAuJour())
  const head = useQuery(ask(onePage(0)))
  const summary = useQuery(ask({ nombre: 0, comptes: counts }))
  const wanted = useMemo(() => {
    const last = head.data ? Math.max(0, Math.ceil(head.data.retenues / pageSize) - 1) : 0
    const from = Math.max(1, range.first)
    const to = Math.min(last, range.last)
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  }, [range, head.data])
  const combine = useCallback(
    (results: readonly { data: PageDeListe | undefined }[]) => results.map(({ data }) => data),
    [],
  )
  const others = useQueries({ queries: wanted.map((page) => ask(onePage(page))), combine })
  const pages = useMemo(() => {
    const map = new Map<number, PageDeListe>()
    if (head.data) map.set(0, head.data)
    others.forEach((page) => page && map.set(Math.floor(page.debut / pageSize), page))
    return map
  }, [head.data, others])
  const current: Snapshot | undefined = head.data && { demand, head: head.data, pages }
  const shown = useRef<Snapshot>(undefined)
  // What was shown last stays until the new demand has its first rows.
  if (current) shown.current = current
  const snapshot = current ?? shown.current
  const want = useCallback((from: number, to: number) => {
    const next = pagesAround(from, to)
    setRange((known) => (known.first === next.first && known.last === next.last ? known : next))
  }, [])
  const lastSummary = useRef<PageDeListe>(undefined)
  if (summary.data) lastSummary.current = summary.data
  return {
    head: snapshot?.head,
    pages: snapshot?.pages ?? noPages,
    summary: summary.data ?? lastSummary.current,
    error: head.error ?? summary.error,
    refetch: head.refetch,
    want,
  }
}

/** Asks for the first rows of a demand before the screen is drawn for it: they travel while it is. */
export function useAskAhead(): (demand: Demand) => void {
  const queryClient = useQueryClient()
  const auJour = useAuJour()
  return useCallback(
    // A refusal is told by the question that the screen asks.
    (demand) => void queryClient.query(asking(demand, auJour)(onePage(0))).catch(() => undefined),
    [queryClient, auJour],
  )
}

/** A row by its place among the rows kept; undefined while its page is on its way. */
export const rowOf = (pages: ReadonlyMap<number, PageDeListe>, place: number): unknown =>
  pages.get(Math.floor(place / pageSize))?.lignes[place % pageSize]

/** Where rows that are at hand stand, by their id. */
export function placesOf(pages: ReadonlyMap<number, PageDeListe>): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const { debut, lignes } of pages.values()) {
    lignes.forEach((row, offset) => places.set((row as { id: string }).id, debut + offset))
  }
  return places
}
