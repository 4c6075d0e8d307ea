import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId, jeton } from '../../schema'
import type { FichierChoisi } from '../fichier/fichier.contract'
import type { FaitsDuBilan } from './bilan'
import type { ChiffreDuBilan } from './chiffres'

export interface BilanLu {
  faits: FaitsDuBilan
  chiffres: ChiffreDuBilan[]
  /** When the year's bilan was frozen; null while it is not. */
  arreteAt: string | null
  /** Whether these figures are the frozen ones, and not those of the register as it is. */
  fige: boolean
}

/** The year's bilan and, unless `courant`, the frozen one when there is one. */
const demande = z.object({ anneeId, courant: z.boolean().default(false) })

export const lireBilan = operation({
  name: 'bilan.lire',
  kind: 'query',
  input: demande,
  output: returns<BilanLu>(),
})

/** Writes the year's workbook; the target is whole or untouched. */
export const exporterBilan = operation({
  name: 'bilan.exporter',
  kind: 'query',
  input: demande.extend({ jeton }),
  output: returns<FichierChoisi>(),
  long: true,
})

/** Freezes the year's figures as they are now; refused when they already are. */
export const arreterBilan = operation({
  name: 'bilan.arreter',
  kind: 'command',
  input: z.object({ anneeId }),
  output: returns<{ arreteAt: string }>(),
})

/** Forgets the frozen figures: the bilan follows the register again. The journal keeps them. */
export const rouvrirBilan = operation({
  name: 'bilan.rouvrir',
  kind: 'command',
  input: z.object({ anneeId }),
  output: returns<null>(),
})

export const bilanContract = {
  [lireBilan.name]: lireBilan,
  [exporterBilan.name]: exporterBilan,
  [arreterBilan.name]: arreterBilan,
  [rouvrirBilan.name]: rouvrirBilan,
}
