import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId, id, jeton } from '../../schema'
import { formatsLettre } from './format'

export interface LettresExportees {
  /** Files written, whole; the single file of all letters included. */
  fichiers: { jeton: string; nom: string }[]
  lettres: number
  /** Letters that a blocking finding makes doubtful: printed all the same, to be looked at. */
  aCorriger: { agent: string; message: string }[]
}

/** Letters named one by one, for what makes a file or a page of each. */
export const lettresNommees = z
  .array(id)
  .min(1, 'Choisissez au moins une lettre.')
  .max(5000, '5 000 lettres au plus à la fois : filtrez la liste, ou faites-le pour toute l’année.')

/**
 * Whether files of the folder that have the same names are replaced. Otherwise nothing is written when there are any: a
 * `conflict` says so, whose `fields.remplacer` names them.
 */
export const remplacer = z.boolean().default(false)

/** Prints the year's active letters (or those named), or writes them for Word, apart or in one file; cancelled, it leaves only whole files. */
export const exporterLettres = operation({
  name: 'lettreDeMission.exporter',
  kind: 'query',
  long: true,
  input: z.object({
    anneeId,
    ids: lettresNommees.optional(),
    format: z.enum(formatsLettre).default('pdf'),
    jetonDossier: jeton.optional(),
    remplacer,
    jetonFichierUnique: jeton.optional(),
  }),
  output: returns<LettresExportees>(),
})
