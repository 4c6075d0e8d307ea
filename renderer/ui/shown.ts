import { useSyncExternalStore } from 'react'

/** What the window was asked to show: a row of a list by one of its possible keys, fields of a form by their names. */
export interface Shown {
  readonly keys: readonly string[]
  readonly fields: readonly string[]
  /**
   * Where on the screen, the most exact first: the values of `data-key` that a place may have. The first place that is there
   * is marked, or the named fields inside it.
   */
  readonly places: readonly (readonly string[])[]
  /** The fields may stand anywhere on the screen: they are the record's own, not those of one of its rows. */
  readonly anywhere: boolean
}

const lastsMs = 4000
const waitsMs = 4000
/** How long the most exact place is waited for before a wider one is marked. */
const patienceMs = 700

let shown: Shown | undefined
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const set = (next: Shown | undefined): void => {
  shown = next
  listeners.forEach((listener) => listener())
}

/** Brings what is named into sight and marks it for a moment, as soon as the screen that has it is there. */
export function show(next: Shown): void {
  set(next)
  const began = Date.now()
  const look = (): void => {
    if (shown !== next) return
    const found = elements(next, Date.now() - began < patienceMs)
    if (found.length > 0) mark(found)
    else if (Date.now() < began + waitsMs) return void setTimeout(look, 60)
    setTimeout(() => shown === next && set(undefined), lastsMs)
  }
  setTimeout(look)
}

/** A place without a box is not on screen (a closed tab). */
const visible = (element: HTMLElement): boolean => element.getClientRects().length > 0

const within = (root: HTMLElement, selector: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter(visible)

function elements({ fields, places, anywhere }: Shown, patient: boolean): HTMLElement[] {
  const main = document.getElementById('contenu')
  if (!main) return []
  const keyed = within(main, '[data-key]')
  const [exact = [], ...wider] = places.map((keys) => {
    const wanted = new Set<string | undefined>(keys)
    return keyed.filter(({ dataset }) => wanted.has(dataset['key']))
  })
  // In a list of rows, a field is named after its place: « lignes.2.volume ».
  const inside = exact.flatMap((place) =>
    fields.flatMap((name) => within(place, `[name="${CSS.escape(name)}"], [name$=".${CSS.escape(name)}"]`)),
  )
  if (inside.length > 0) return inside.map(blockOf)
  if (exact.length > 0) return exact
  const named = anywhere
    ? fields.flatMap((name) => within(main, `[name="${CSS.escape(name)}"], [data-field="${CSS.escape(name)}"]`))
    : []
  if (named.length > 0) return named.map(blockOf)
  return patient ? [] : (wider.find((group) => group.length > 0) ?? [])
}

const blockOf = (field: HTMLElement): HTMLElement => field.closest<HTMLElement>('.mantine-InputWrapper-root') ?? field

function mark(found: readonly HTMLElement[]): void {
  found[0]?.scrollIntoView({ block: 'nearest' })
  for (const element of found) {
    element.dataset['shown'] = ''
    setTimeout(() => delete element.dataset['shown'], lastsMs)
  }
}

const none: readonly string[] = []

/** The row that a list is asked to put its cursor on, by one of these keys. */
export const useShownKeys = (): readonly string[] => useSyncExternalStore(subscribe, () => shown?.keys ?? none)

/** The fields of that row that changed, by their names. */
export const shownFields = (): readonly string[] => shown?.fields ?? none
