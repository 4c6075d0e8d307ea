import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId, jeton } from '../../schema'
import { lettresNommees } from '../lettre-de-mission/exportation.contract'
import { type ChampCourriel, type GenreCourriel, genresCourriel, texteCourriel } from './courriel'

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
  laissees: { agent: string; raison: string }[]
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
  }),
  output: returns<CourrielsPrepares>(),
})

export const courrielContract = {
  [listerTextesCourriel.name]: listerTextesCourriel,
  [modifierTexteCourriel.name]: modifierTexteCourriel,
  [retablirTexteCourriel.name]: retablirTexteCourriel,
  [preparerCourriels.name]: preparerCourriels,
}
