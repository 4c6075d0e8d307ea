import { useSyncExternalStore } from 'react'

/**
 * How the navigation is: beside the content, folded to its icons, or unfolded over the content of a window that has no room
 * beside it (narrow, or text at 150 % and more).
 */
type Navigation = 'ouverte' | 'repliee' | 'pardessus'

const key = 'registre.navigation'
const etroite = (): MediaQueryList => window.matchMedia('(max-width: 1000px)')
const listeners = new Set<() => void>()
const tell = (): void => listeners.forEach((listener) => listener())
let pardessus = false

function lire(): Navigation {
  if (etroite().matches) return pardessus ? 'pardessus' : 'repliee'
  return localStorage.getItem(key) === 'true' ? 'repliee' : 'ouverte'
}

function subscribe(listener: () => void): () => void {
  const media = etroite()
  listeners.add(listener)
  media.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    media.removeEventListener('change', listener)
  }
}

/** Whether the navigation is folded is a choice that stays; over the content, it only serves to go somewhere. */
export const useNavigation = (): Navigation => useSyncExternalStore(subscribe, lire)

export function basculerNavigation(): void {
  if (etroite().matches) pardessus = !pardessus
  else localStorage.setItem(key, String(localStorage.getItem(key) !== 'true'))
  tell()
}

/** Uncovers the content. */
export function refermerNavigation(): void {
  if (!pardessus) return
  pardessus = false
  tell()
}
