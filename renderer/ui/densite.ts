import { useSyncExternalStore } from 'react'

const key = 'registre.lignes'
const listeners = new Set<() => void>()
const compactes = (): boolean => localStorage.getItem(key) === 'compactes'

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the rows of lists are compact: a choice of the person, for every list. */
export const useLignesCompactes = (): boolean => useSyncExternalStore(subscribe, compactes)

export function reglerLignes(compact: boolean): void {
  localStorage.setItem(key, compact ? 'compactes' : 'normales')
  listeners.forEach((listener) => listener())
}

export const basculerLignes = (): void => reglerLignes(!compactes())
