import { ajouterJours, joursEntre, nomDuJour } from './dates'

/** How soon a day comes: passed, before the end of this week (Sunday included), or after it. */
export const urgences = ['retard', 'semaine', 'plusTard'] as const
export type Urgence = (typeof urgences)[number]

const semaine = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** The Sunday that ends the week of a day `AAAA-MM-JJ`. */
export const finDeSemaine = (jour: string): string => ajouterJours(jour, 6 - semaine.indexOf(nomDuJour(jour)))

/** Urgency of a due day seen from `aujourdhui`; without a day it can wait. */
export function urgenceDe(pourLe: string | null, aujourdhui: string): Urgence {
  if (pourLe === null) return 'plusTard'
  if (pourLe < aujourdhui) return 'retard'
  return pourLe <= finDeSemaine(aujourdhui) ? 'semaine' : 'plusTard'
}

/** « aujourd’hui », « demain », « dans 3 jours », « il y a 2 jours », « hier ». */
export function delaiEnMots(jour: string, aujourdhui: string): string {
  const jours = joursEntre(aujourdhui, jour)
  if (jours === 0) return 'aujourd’hui'
  if (jours === 1) return 'demain'
  if (jours === -1) return 'hier'
  return jours > 0 ? `dans ${String(jours)} jours` : `il y a ${String(-jours)} jours`
}
