import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId, id, jeton } from '../../schema'

/** Which letters: those named, or all of the year; `code` keeps one signatory (« AGENT » for the agents). */
const choix = { anneeId, ids: z.array(id).min(1).max(5000).optional(), code: z.string().max(40).optional() }

export interface BordereauxExportes {
  /** One a signatory. */
  fichiers: { jeton: string; nom: string; lettres: number }[]
  /** Letters named that wait for no signature, or not for this signatory. */
  laissees: number
}

/** Writes in a folder one signature sheet a signatory, of the letters that wait for their hand. */
export const exporterBordereaux = operation({
  name: 'envoi.exporterBordereaux',
  kind: 'query',
  long: true,
  input: z.object({ ...choix, jetonDossier: jeton }),
  output: returns<BordereauxExportes>(),
})

export const envoiContract = {
  [exporterBordereaux.name]: exporterBordereaux,
}
