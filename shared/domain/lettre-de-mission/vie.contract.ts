import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { contexteDeListe, fichesAuPlus, selectionDeListe } from '../../liste/demande'
import { modification } from '../../modification'
import { id, jeton, jour } from '../../schema'
import {
  etatsLettre,
  type EtatLettre,
  lettreObjectif,
  lettreRapport,
  type LettreEvenement,
  type LettreRapport,
} from './lettre-de-mission'
import type { LettreLue } from './lettre-de-mission.contract'

const ids = z.array(id).min(1, 'Choisissez au moins une lettre.').max(fichesAuPlus)
const motif = z.string().trim().max(1000, '1 000 caractères au plus.').default('')

/** Whether letters without date take one from the step; they cannot be signed without. */
const dater = z.boolean().default(false)

/** What was done on many letters at once, and what was refused with its reason: each letter is judged on its own. */
export interface ResultatEnLot {
  faites: string[]
  refusees: { id: string; agent: string; raison: string }[]
}

/** What a bulk action must know of the letters chosen before it is offered. */
export interface LettresChoisies {
  ids: string[]
  /** How many are in each state; absent when none is. */
  parEtat: Partial<Record<EtatLettre, number>>
  /** Whose signatures some of them await. */
  attendus: { code: string; qualite: string }[]
  /** Among all of them, those « à corriger ». */
  aCorriger: number
  /** Among the drafts: those that a blocking finding keeps from being sent, then what the others lack. */
  aEnvoyer: { bloquees: number; sansDate: number; champVide: number }
  /** Awaiting a signature without being dated. */
  aDater: number
}

/** The letters of a selection of the list, counted by what may be done with them. */
export const resumerSelection = operation({
  name: 'lettreDeMission.resumerSelection',
  kind: 'query',
  input: z.object({ contexte: contexteDeListe, selection: selectionDeListe }),
  output: returns<LettresChoisies>(),
})

/** The same step for many letters, each one judged by the rules, dated by its sending with `dater`; a letter alone is refused with its sentence. Cancelled, it leaves nothing. */
export const changerEtats = operation({
  name: 'lettreDeMission.changerEtats',
  kind: 'command',
  long: true,
  input: z.object({ ids, vers: z.enum(etatsLettre), le: jour, motif, dater }),
  output: returns<ResultatEnLot>(),
})

/**
 * Records a signature on each letter: that of `ligneId` (one letter), of the signatory of this code (« AGENT » for the
 * agent), or else of the next one awaited. The first one closes the letter's text; with `dater`, a letter without date
 * takes the day on which it was sent.
 */
export const signerLettres = operation({
  name: 'lettreDeMission.signer',
  kind: 'command',
  long: true,
  input: z.object({
    ids,
    ligneId: id.optional(),
    code: z.string().max(40).optional(),
    le: jour,
    horsOrdre: z.boolean().default(false),
    dater,
  }),
  output: returns<ResultatEnLot>(),
})

/** Takes back a signature recorded by mistake; without any left, the text opens again. */
export const retirerSignatureLettre = operation({
  name: 'lettreDeMission.retirerSignature',
  kind: 'command',
  input: z.object({ id, ligneId: id, le: jour, motif }),
  output: returns<LettreLue>(),
})

const nouveauTexte = z.object({ id, dateEffetLe: jour, motif })

/** Writes the draft of an avenant to a signed letter, which stays in force until the avenant is signed. */
export const preparerAvenantLettre = operation({
  name: 'lettreDeMission.preparerAvenant',
  kind: 'command',
  input: nouveauTexte,
  output: returns<LettreLue>(),
})

/** Cancels a letter already sent and writes the draft that « annule et remplace » it. */
export const remplacerLettre = operation({
  name: 'lettreDeMission.remplacer',
  kind: 'command',
  input: nouveauTexte,
  output: returns<LettreLue>(),
})

/** Asks the agents for their individual report, due on a day. */
export const demanderRapports = operation({
  name: 'lettreDeMission.demanderRapports',
  kind: 'command',
  long: true,
  input: z.object({ ids, le: jour, attenduLe: jour }),
  output: returns<ResultatEnLot>(),
})

/** Records that a report came in, with the file when there is one: any office document or PDF, 20 Mo at most. */
export const recevoirRapport = operation({
  name: 'lettreDeMission.recevoirRapport',
  kind: 'command',
  input: z.object({
    id,
    le: jour,
    jeton: jeton.nullable(),
    observations: lettreRapport.shape.observations.default(''),
  }),
  output: returns<null>(),
})

/** Writes the report kept in the register where the user says. */
export const enregistrerRapport = operation({
  name: 'lettreDeMission.enregistrerRapport',
  kind: 'query',
  input: z.object({ id, jeton }),
  output: returns<{ jeton: string; nom: string }>(),
})

/** What an objective came to. */
export const noterObjectif = operation({
  name: 'lettreDeMission.noterObjectif',
  kind: 'command',
  input: modification(lettreObjectif.pick({ resultat: true, atteinte: true, domaineId: true })),
  output: returns<null>(),
})

/** One text of a letter: the letter, its avenants, what replaced it. */
export interface TexteDeLettre {
  id: string
  nom: string
  etat: EtatLettre
  active: 0 | 1
  dateEffetLe: string
  motif: string
}

export interface VieDeLettre {
  evenements: LettreEvenement[]
  rapport: (LettreRapport & { fichier: { nom: string; octets: number } | null }) | null
  /** Null while the text is open. */
  figee: { sha256: string; figeeAt: string; intacte: boolean } | null
  /** Every text for this agent, year and rôle, the oldest first. */
  textes: TexteDeLettre[]
}

/** What happened to a letter: its steps, its report, its frozen text, the other texts of the same mission. */
export const lireVie = operation({
  name: 'lettreDeMission.lireVie',
  kind: 'query',
  input: z.object({ id }),
  output: returns<VieDeLettre>(),
})

export const vieContract = {
  [resumerSelection.name]: resumerSelection,
  [changerEtats.name]: changerEtats,
  [signerLettres.name]: signerLettres,
  [retirerSignatureLettre.name]: retirerSignatureLettre,
  [preparerAvenantLettre.name]: preparerAvenantLettre,
  [remplacerLettre.name]: remplacerLettre,
  [demanderRapports.name]: demanderRapports,
  [recevoirRapport.name]: recevoirRapport,
  [enregistrerRapport.name]: enregistrerRapport,
  [noterObjectif.name]: noterObjectif,
  [lireVie.name]: lireVie,
}
