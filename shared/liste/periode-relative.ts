import { z } from 'zod'
import { anneeScolaireDe, anneeScolairePrecedente, anneeScolaireSuivante, bornesAnneeScolaire } from '../annee-scolaire'
import { ajouterJours, ajouterMois, finDeMois, joursEntre, partiesDuJour } from '../dates'

/** Periods that move with the calendar, in the order of the menu. */
export const periodesNommees = {
  aujourdhui: 'aujourd’hui',
  cetteSemaine: 'cette semaine',
  ceMois: 'ce mois',
  moisDernier: 'le mois dernier',
  moisProchain: 'le mois prochain',
  cetteAnnee: 'cette année civile',
  anneeDerniere: 'l’an dernier',
  anneeProchaine: 'l’an prochain',
  cetteAnneeScolaire: 'cette année scolaire',
  anneeScolaireDerniere: 'l’année scolaire dernière',
  anneeScolaireProchaine: 'l’année scolaire prochaine',
  passe: 'passé',
  aVenir: 'à venir',
} as const
export type PeriodeNommee = keyof typeof periodesNommees

const nombreDeJours = z.number().int().min(0).max(36_500)

/** A named period, or so many days before or after today, today included. */
export const periodeRelative = z.union([
  z.enum(Object.keys(periodesNommees) as [PeriodeNommee, ...PeriodeNommee[]]),
  z.object({ dansLes: nombreDeJours }).strict(),
  z.object({ depuis: nombreDeJours }).strict(),
])
export type PeriodeRelative = z.infer<typeof periodeRelative>

/** Days kept, both included: `AAAA-MM-JJ`. */
export interface Bornes {
  readonly debut: string
  readonly fin: string
}

const premierJour = '0000-01-01'
const dernierJour = '9999-12-31'

/** 5 January 1970 was a Monday: weeks start there. */
const lundiDe = (jour: string): string => ajouterJours(jour, -(((joursEntre('1970-01-05', jour) % 7) + 7) % 7))

function moisDe(jour: string): Bornes {
  return { debut: `${jour.slice(0, 8)}01`, fin: finDeMois(jour) }
}

const anneeCivile = (annee: number): Bornes => ({
  debut: `${String(annee).padStart(4, '0')}-01-01`,
  fin: `${String(annee).padStart(4, '0')}-12-31`,
})

function anneeScolaire(annee: string): Bornes {
  const { debutLe, finLe } = bornesAnneeScolaire(annee)
  return { debut: debutLe, fin: finLe }
}

/** First and last day of a period seen from `aujourdhui` (`AAAA-MM-JJ`); weeks run from Monday to Sunday. */
export function bornesDePeriode(periode: PeriodeRelative, aujourdhui: string): Bornes {
  if (typeof periode === 'object') {
    return 'dansLes' in periode
      ? { debut: aujourdhui, fin: ajouterJours(aujourdhui, periode.dansLes) }
      : { debut: ajouterJours(aujourdhui, -periode.depuis), fin: aujourdhui }
  }
  return nommees[periode](aujourdhui)
}

const nommees: Record<PeriodeNommee, (aujourdhui: string) => Bornes> = {
  aujourdhui: (jour) => ({ debut: jour, fin: jour }),
  cetteSemaine: (jour) => ({ debut: lundiDe(jour), fin: ajouterJours(lundiDe(jour), 6) }),
  ceMois: moisDe,
  moisDernier: (jour) => moisDe(ajouterMois(jour, -1)),
  moisProchain: (jour) => moisDe(ajouterMois(jour, 1)),
  cetteAnnee: (jour) => anneeCivile(partiesDuJour(jour).annee),
  anneeDerniere: (jour) => anneeCivile(partiesDuJour(jour).annee - 1),
  anneeProchaine: (jour) => anneeCivile(partiesDuJour(jour).annee + 1),
  cetteAnneeScolaire: (jour) => anneeScolaire(anneeScolaireDe(jour)),
  anneeScolaireDerniere: (jour) => anneeScolaire(anneeScolairePrecedente(anneeScolaireDe(jour))),
  anneeScolaireProchaine: (jour) => anneeScolaire(anneeScolaireSuivante(anneeScolaireDe(jour))),
  passe: (jour) => ({ debut: premierJour, fin: ajouterJours(jour, -1) }),
  aVenir: (jour) => ({ debut: ajouterJours(jour, 1), fin: dernierJour }),
}

/** « dans les 60 jours », « depuis 30 jours », « ce mois ». */
export function direPeriode(periode: PeriodeRelative): string {
  if (typeof periode === 'string') return periodesNommees[periode]
  const [nombre, avant] = 'dansLes' in periode ? [periode.dansLes, 'dans les'] : [periode.depuis, 'depuis']
  if ('dansLes' in periode && nombre < 2) return nombre === 0 ? 'aujourd’hui' : 'aujourd’hui ou demain'
  return `${avant} ${String(nombre)}\u00a0${nombre < 2 ? 'jour' : 'jours'}`
}
