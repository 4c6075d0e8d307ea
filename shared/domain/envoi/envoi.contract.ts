import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId, jeton } from '../../schema'
import { lettresNommees, remplacer } from '../lettre-de-mission/exportation.contract'

/** Which letters: those named, or all of the year; `code` keeps one signatory (« AGENT » for the agents). */
const choix = { anneeId, ids: lettresNommees.optional(), code: z.string().max(40).optional() }

/** A letter that was sent without a date: it cannot be signed. */
export interface LettreSansDate {
  id: string
  agent: string
}

export const phraseSansDate = 'La lettre n’a pas de date : elle ne peut pas être signée.'

export interface BordereauxExportes {
  /** One a signatory. */
  fichiers: { jeton: string; nom: string; lettres: number }[]
  /** Letters named that wait for no signature, or not for this signatory. */
  laissees: number
  sansDate: LettreSansDate[]
}

/** Writes in a folder one signature sheet a signatory, of the letters that wait for their hand. */
export const exporterBordereaux = operation({
  name: 'envoi.exporterBordereaux',
  kind: 'query',
  long: true,
  input: z.object({ ...choix, jetonDossier: jeton, remplacer }),
  output: returns<BordereauxExportes>(),
})

/** Opens the system's print dialog on letters, all in one job with the PDF's own pages; `false` when the user gave up. */
export const imprimerLettres = operation({
  name: 'envoi.imprimer',
  kind: 'query',
  long: true,
  input: z.object({ anneeId, ids: lettresNommees }),
  output: returns<boolean>(),
})

export const envoiContract = {
  [exporterBordereaux.name]: exporterBordereaux,
  [imprimerLettres.name]: imprimerLettres,
}
