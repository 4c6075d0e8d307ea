import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { modification } from '../../modification'
import { anneeId, id, jeton } from '../../schema'
import type { FichierChoisi } from '../fichier/fichier.contract'
import { jalon, type Jalon } from './jalon'

const saisie = jalon.omit({ id: true, anneeId: true })

/** The milestones of a school year, by date, and how many the year before has: what could be carried over. */
export const listerJalons = operation({
  name: 'jalon.lister',
  kind: 'query',
  input: z.object({ anneeId }),
  output: returns<{ jalons: Jalon[]; precedents: number }>(),
})

export const creerJalon = operation({
  name: 'jalon.creer',
  kind: 'command',
  input: jalon.omit({ id: true, etat: true, observations: true }).strict(),
  output: returns<Jalon>(),
})

export const modifierJalon = operation({
  name: 'jalon.modifier',
  kind: 'command',
  input: modification(saisie),
  output: returns<Jalon>(),
})

export const supprimerJalon = operation({
  name: 'jalon.supprimer',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

/** Begins the calendar of a year: from the year before, or from the calendar shipped. Refused when it has begun. */
export const ouvrirCalendrier = operation({
  name: 'jalon.ouvrirCalendrier',
  kind: 'command',
  input: z.object({ anneeId, depuis: z.enum(['anneePrecedente', 'calendrierType']) }),
  output: returns<{ ajoutes: number }>(),
})

/** Writes the calendar of a year as an iCalendar file. */
export const exporterCalendrier = operation({
  name: 'jalon.exporter',
  kind: 'query',
  input: z.object({ anneeId, jeton }),
  output: returns<FichierChoisi & { ecrits: number }>(),
})

export const jalonContract = {
  [listerJalons.name]: listerJalons,
  [creerJalon.name]: creerJalon,
  [modifierJalon.name]: modifierJalon,
  [supprimerJalon.name]: supprimerJalon,
  [ouvrirCalendrier.name]: ouvrirCalendrier,
  [exporterCalendrier.name]: exporterCalendrier,
}
