import { z } from 'zod'
import { id, instant, ligneRequise } from '../../schema'

/** A document kept inside the register (logo, later the letters as printed and the justificatifs). */
export const fichier = z.object({
  id,
  nom: ligneRequise,
  typeMime: ligneRequise,
  contenu: z.instanceof(Uint8Array),
  sha256: z.string().length(64),
  ajouteAt: instant,
})
export type Fichier = z.infer<typeof fichier>
