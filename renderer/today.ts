import { partiesLocales } from '../shared/dates'
import { auJour } from './ipc/au-jour'

const jourDeLOrdinateur = (): string => partiesLocales(new Date().toISOString()).jour

/** The calendar day of this computer, or the earlier one that the window looks at, `AAAA-MM-JJ`. */
export const aujourdhui = (): string => auJour() ?? jourDeLOrdinateur()

const minute = 60_000

/** Calls, within a minute, when the day of this computer is another one: a window left open overnight. Gives what stops it. */
export function onNewDay(listener: () => void): () => void {
  let jour = jourDeLOrdinateur()
  const timer = setInterval(() => {
    const next = jourDeLOrdinateur()
    if (next === jour) return
    jour = next
    listener()
  }, minute)
  return () => clearInterval(timer)
}
