import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId, id, jeton } from '../../schema'
import type { LettreSansDate } from '../envoi/envoi.contract'
import { lettresNommees, remplacer } from '../lettre-de-mission/exportation.contract'
import { adresseSaisie, adresseSignataire } from './adresse'
import { type ChampCourriel, type GenreCourriel, genresCourriel, texteCourriel } from './courriel'

/** A signatory of the académie's list, and where they are written to. */
export interface AdressesDeSignataire {
  signataireId: string
  libelle: string
  /** '' when nothing is set: a chef d’établissement is then written to at the établissement. */
  courriel: string
  /** Département → address; null when the signatory is one person for the whole académie, or one an établissement. */
  parDepartement: Readonly<Record<string, string>> | null
}

/** Where signatories are written to; `departements` are those of the agents' résidences. */
export const listerAdresses = operation({
  name: 'courriel.listerAdresses',
  kind: 'query',
  input: z.object({}),
  output: returns<{ signataires: AdressesDeSignataire[]; departements: string[] }>(),
})

/** Sets where a signatory is written to, in one département or, with '', in all the others; an empty address removes it. */
export const definirAdresse = operation({
  name: 'courriel.definirAdresse',
  kind: 'command',
  input: z.object({
    signataireId: id,
    departement: adresseSignataire.shape.departement.or(z.literal('')),
    courriel: adresseSaisie,
  }),
  output: returns<null>(),
})

const genre = z.enum(genresCourriel)

/** A kind of message as the settings show it. */
export interface TexteAffiche {
  genre: GenreCourriel
  objet: string
  corps: string
  /** False once the académie has written its own. */
  dOrigine: boolean
  champs: ChampCourriel[]
}

export const listerTextesCourriel = operation({
  name: 'courriel.listerTextes',
  kind: 'query',
  input: z.object({}),
  output: returns<TexteAffiche[]>(),
})

/** Keeps the académie's own words; a field that this kind of message does not have is refused. */
export const modifierTexteCourriel = operation({
  name: 'courriel.modifierTexte',
  kind: 'command',
  input: texteCourriel.pick({ genre: true, objet: true, corps: true }).strict(),
  output: returns<null>(),
})

/** Goes back to the application's words. */
export const retablirTexteCourriel = operation({
  name: 'courriel.retablirTexte',
  kind: 'command',
  input: z.object({ genre }),
  output: returns<null>(),
})

export interface CourrielsPrepares {
  fichiers: { jeton: string; nom: string }[]
  /** Drafts written without a recipient: whom they are for, and why. */
  sansAdresse: { destinataire: string; raison: string }[]
  /** Letters named that this message is not about. */
  laissees: { id: string; agent: string; raison: string }[]
  /** Among the letters that a message asks to sign. */
  sansDate: LettreSansDate[]
}

/**
 * Writes drafts (`.eml`, RFC 5322) in a folder, one a message, ready to be sent from the user's own mail program: nothing
 * is sent from here. Without `ids`, the letters that the message is about: latecomers only, for reminders. `code` keeps
 * one signatory. Throws `notFound` when there is nobody to write to.
 */
export const preparerCourriels = operation({
  name: 'courriel.preparer',
  kind: 'query',
  long: true,
  input: z.object({
    anneeId,
    genre,
    ids: lettresNommees.optional(),
    code: z.string().max(40).optional(),
    jetonDossier: jeton,
    remplacer,
  }),
  output: returns<CourrielsPrepares>(),
})

export const courrielContract = {
  [listerAdresses.name]: listerAdresses,
  [definirAdresse.name]: definirAdresse,
  [listerTextesCourriel.name]: listerTextesCourriel,
  [modifierTexteCourriel.name]: modifierTexteCourriel,
  [retablirTexteCourriel.name]: retablirTexteCourriel,
  [preparerCourriels.name]: preparerCourriels,
}
