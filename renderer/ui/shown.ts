import { useSyncExternalStore } from 'react'

/** What the window was asked to show: a row of a list by one of its possible keys, fields of a form by their names. */
export interface Shown {
  readonly keys: readonly string[]
  readonly fields: readonly string[]
}

const lastsMs = 4000
const waitsMs = 4000

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
  const until = Date.now() + waitsMs
  const look = (): void => {
    if (shown !== next) return
    const found = elements(next)
    if (found.length > 0) found.forEach(mark)
    else if (Date.now() < until) return void setTimeout(look, 60)
    setTimeout(() => shown === next && set(undefined), lastsMs)
  }
  setTimeout(look)
}

function elements({ keys, fields }: Shown): HTMLElement[] {
  const main = document.getElementById('contenu')
  if (!main) return []
  const named = fields.flatMap((name) => [...main.querySelectorAll<HTMLElement>(`[name="${CSS.escape(name)}"]`)])
  const blocks = named.map((field) => field.closest<HTMLElement>('.mantine-InputWrapper-root') ?? field)
  if (blocks.length > 0) return blocks
  return keys.flatMap((key) => [...main.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)])
}

function mark(element: HTMLElement): void {
  element.scrollIntoView({ block: 'nearest' })
  element.dataset['shown'] = ''
  setTimeout(() => delete element.dataset['shown'], lastsMs)
}

const none: readonly string[] = []

/** The row that a list is asked to put its cursor on, by one of these keys. */
export const useShownKeys = (): readonly string[] => useSyncExternalStore(subscribe, () => shown?.keys ?? none)
