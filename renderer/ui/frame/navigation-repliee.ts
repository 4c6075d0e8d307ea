import { useSyncExternalStore } from 'react'

const key = 'registre.navigation'
const listeners = new Set<() => void>()
const repliee = (): boolean => localStorage.getItem(key) === 'true'

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the navigation is folded to its icons: a choice that stays. */
export const useNavigationRepliee = (): boolean => useSyncExternalStore(subscribe, repliee)

export function basculerNavigation(): void {
  localStorage.setItem(key, String(!repliee()))
  listeners.forEach((listener) => listener())
}
