import { useSyncExternalStore } from 'react'

/** What the pane of help shows: the page of the present screen, or a page by its name, at a heading. */
export type AideMontree = { page: null } | { page: string; ancre?: string }

let montree: AideMontree | null = null
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the help shows, null while it is closed. */
export const useAide = (): AideMontree | null => useSyncExternalStore(subscribe, () => montree)

export function montrerAide(suivante: AideMontree | null): void {
  montree = suivante
  listeners.forEach((listener) => listener())
}

/** F1 opens the help of the screen, and closes it when it is what is shown. */
export const basculerAide = (): void => montrerAide(montree?.page === null ? null : { page: null })
