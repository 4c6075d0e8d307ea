import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId, jeton } from '../../schema'
import type { FichierChoisi } from '../fichier/fichier.contract'
import type { FaitsDuBilan } from './bilan'
import type { ChiffreDuBilan } from './chiffres'

export interface BilanLu {
  faits: FaitsDuBilan
  chiffres: ChiffreDuBilan[]
}

export const lireBilan = operation({
  name: 'bilan.lire',
  kind: 'query',
  input: z.object({ anneeId }),
  output: returns<BilanLu>(),
})

/** Writes the year's workbook; the target is whole or untouched. */
export const exporterBilan = operation({
  name: 'bilan.exporter',
  kind: 'query',
  input: z.object({ anneeId, jeton }),
  output: returns<FichierChoisi>(),
  long: true,
})

export const bilanContract = {
  [lireBilan.name]: lireBilan,
  [exporterBilan.name]: exporterBilan,
}
