import { z } from 'zod'
import { anneeId, id, instant } from '../../schema'
import type { FaitsDuBilan } from './bilan'
import type { ChiffreDuBilan } from './chiffres'

/**
 * A year's bilan as it was presented: its facts and figures (JSON of `ContenuArrete`) and the SHA-256 of that text. It holds
 * all that it shows, so that nothing of the journal is needed to read it again.
 */
export const bilanArrete = z.object({
  id,
  anneeId,
  contenu: z.string(),
  sha256: z.string().length(64),
  arreteAt: instant,
})
export type BilanArrete = z.infer<typeof bilanArrete>

export interface ContenuArrete {
  faits: FaitsDuBilan
  chiffres: ChiffreDuBilan[]
}
