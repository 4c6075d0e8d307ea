import { joursEntre } from '../../dates'

/** What tells since when a letter waits: `signeLe` of each signatory, null for those who have not signed. */
export interface LettreEnAttente {
  lettre: { envoyeeLe: string | null }
  signataires: readonly { signeLe: string | null }[]
}

/** Since when a letter waits for its next signatory: the latest signature before, or the day it was sent. */
export function attendDepuis({ lettre, signataires }: LettreEnAttente): string | null {
  const jours = [lettre.envoyeeLe, ...signataires.map(({ signeLe }) => signeLe)].filter((jour) => jour !== null)
  return jours.toSorted().at(-1) ?? null
}

/** Days since that day, 0 for one to come; null when nobody wrote since when. */
export const joursDAttente = (depuisLe: string | null, aujourdhui: string): number | null =>
  depuisLe === null ? null : Math.max(0, joursEntre(depuisLe, aujourdhui))

/** Days that the signatory whose turn it is has kept a letter: what every screen and message says. */
export const joursDuTour = (lettre: LettreEnAttente, aujourdhui: string): number | null =>
  joursDAttente(attendDepuis(lettre), aujourdhui)
