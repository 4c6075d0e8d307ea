import type { Column } from './column'
import { columnWidth } from './column'

/** How the user arranged the columns of a list. Values, never mutated; a column that is gone is left in peace. */
export interface ColumnsState {
  /** Keys in the order wanted; columns that are not named follow, in their own order. */
  readonly order: readonly string[]
  /** Shown or hidden by the user; the others follow their own default. */
  readonly shown: Readonly<Record<string, boolean>>
  /** Widths in pixels set by the user. */
  readonly widths: Readonly<Record<string, number>>
  /** Kept at the left or not, by the user; of the others, the column that names the row is kept. */
  readonly pins: Readonly<Record<string, boolean>>
}

export const noColumnsState: ColumnsState = { order: [], shown: {}, widths: {}, pins: {} }

export const leastWidth = 48
export const mostWidth = 900

/** A column that stays in sight when the others scroll sideways. */
export const isPinned = <Row>({ cle, principale }: Column<Row>, { pins }: ColumnsState): boolean =>
  pins[cle] ?? principale === true

/** All the columns in the order of the user; those that they asked to keep at the left come first. */
export function orderedColumns<Row>(columns: readonly Column<Row>[], state: ColumnsState): readonly Column<Row>[] {
  const rank = new Map(state.order.map((cle, index) => [cle, index]))
  const place = ({ cle }: Column<Row>, index: number): number => rank.get(cle) ?? state.order.length + index
  const sorted = columns
    .map((column, index) => ({ column, at: place(column, index) }))
    .sort((a, b) => a.at - b.at)
    .map(({ column }) => column)
  const pinned = sorted.filter(({ cle }) => state.pins[cle] === true)
  return pinned.length === 0 ? sorted : [...pinned, ...sorted.filter(({ cle }) => state.pins[cle] !== true)]
}

export const isShown = <Row>(column: Column<Row>, state: ColumnsState): boolean =>
  state.shown[column.cle] ?? column.masquee !== true

/** What is drawn, in order; never nothing: the last column cannot be hidden. */
export function shownColumns<Row>(columns: readonly Column<Row>[], state: ColumnsState): readonly Column<Row>[] {
  const ordered = orderedColumns(columns, state)
  const shown = ordered.filter((column) => isShown(column, state))
  return shown.length > 0 ? shown : ordered.slice(0, 1)
}

/** Moves a column by so many places among those that are shown. */
export function moveColumn<Row>(
  columns: readonly Column<Row>[],
  state: ColumnsState,
  cle: string,
  by: number,
): ColumnsState {
  const shown = shownColumns(columns, state).map((column) => column.cle)
  const from = shown.indexOf(cle)
  const to = Math.max(0, Math.min(shown.length - 1, from + by))
  const neighbour = shown[to]
  if (from < 0 || to === from || neighbour === undefined) return state
  return placeColumn(columns, state, cle, neighbour, by > 0)
}

/** Puts a column just before (or after) another; pinned or not like its new neighbour. */
export function placeColumn<Row>(
  columns: readonly Column<Row>[],
  state: ColumnsState,
  cle: string,
  neighbour: string,
  after: boolean,
): ColumnsState {
  if (cle === neighbour) return state
  const others = orderedColumns(columns, state)
    .map((column) => column.cle)
    .filter((other) => other !== cle)
  const at = others.indexOf(neighbour) + (after ? 1 : 0)
  const order = [...others.slice(0, at), cle, ...others.slice(at)]
  const pinned = state.pins[neighbour] === true
  return {
    ...state,
    order,
    pins: pinned === (state.pins[cle] === true) ? state.pins : { ...state.pins, [cle]: pinned },
  }
}

export const resizeColumn = (state: ColumnsState, cle: string, width: number): ColumnsState => ({
  ...state,
  widths: { ...state.widths, [cle]: Math.round(Math.max(leastWidth, Math.min(mostWidth, width))) },
})

/** Back to the width of the list's own. */
export function resetWidth(state: ColumnsState, cle: string): ColumnsState {
  const widths = Object.fromEntries(Object.entries(state.widths).filter(([other]) => other !== cle))
  return { ...state, widths }
}

export const pinColumn = (state: ColumnsState, cle: string, pinned: boolean): ColumnsState => ({
  ...state,
  pins: { ...state.pins, [cle]: pinned },
})

export const showColumn = (state: ColumnsState, cle: string, shown: boolean): ColumnsState => ({
  ...state,
  shown: { ...state.shown, [cle]: shown },
})

/**
 * The columns as they are drawn: those of the list with the widths of the user. A pinned one stretches only when no other
 * stands at its right: their places are counted from its width.
 */
export function arrangedColumns<Row>(columns: readonly Column<Row>[], state: ColumnsState): readonly Column<Row>[] {
  const shown = shownColumns(columns, state)
  const lastPinned = shown.findLast((column) => isPinned(column, state))
  return shown.map((column) => {
    const width = state.widths[column.cle]
    const pinned = isPinned(column, state)
    if (width === undefined && !pinned) return column
    const fixed = width !== undefined || column !== lastPinned
    return { ...column, epinglee: pinned, ...(fixed && { largeur: width ?? columnWidth(column), extensible: 0 }) }
  })
}

/** Reads a remembered state; anything else than one is no state. */
export function readColumnsState(value: unknown): ColumnsState {
  if (typeof value !== 'object' || value === null) return noColumnsState
  const { order, shown, widths, pins } = value as Record<string, unknown>
  const words = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
  const record = <T>(map: unknown, is: (item: unknown) => item is T): Record<string, T> =>
    typeof map === 'object' && map !== null
      ? Object.fromEntries(Object.entries(map).filter((entry): entry is [string, T] => is(entry[1])))
      : {}
  const isBoolean = (item: unknown): item is boolean => typeof item === 'boolean'
  return {
    order: words(order),
    shown: record(shown, isBoolean),
    widths: record(
      widths,
      (item): item is number => typeof item === 'number' && item >= leastWidth && item <= mostWidth,
    ),
    pins: record(pins, isBoolean),
  }
}
