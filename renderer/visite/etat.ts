import { useSyncExternalStore } from 'react'

const key = 'registre.visite'
let enCours = false
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const changed = (): void => listeners.forEach((listener) => listener())
const dejaVue = (): boolean => localStorage.getItem(key) !== null

/** Whether the tour is being made. */
export const useVisiteEnCours = (): boolean => useSyncExternalStore(subscribe, () => enCours)
/** Whether it was made or declined: it is then no longer offered. */
export const useVisiteDejaVue = (): boolean => useSyncExternalStore(subscribe, dejaVue)

export function commencerVisite(): void {
  enCours = true
  changed()
}

/** Ends the tour, or declines it: in one click, for good; the help still has it. */
export function finirVisite(): void {
  enCours = false
  localStorage.setItem(key, 'vue')
  changed()
}
