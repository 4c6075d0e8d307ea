import { useSyncExternalStore } from 'react'

let jour: string | undefined
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The day (`AAAA-MM-JJ`) at whose end the whole window looks at the register; undefined for the present. */
export const auJour = (): string | undefined => jour

export function regarderAu(next: string | undefined): void {
  jour = next
  listeners.forEach((listener) => listener())
}

export const useAuJour = (): string | undefined => useSyncExternalStore(subscribe, auJour)
