import { z } from 'zod'
import { id, instant, ligneRequise } from '../../schema'

/** The column mapping the user confirmed, remembered by the shape of the file (its header row). */
export const correspondanceImport = z.object({
  id,
  /** What the sheet holds: agents, reseaux, lettres, fse. */
  nature: ligneRequise,
  /** SHA-256 of the folded header titles, in order. */
  empreinte: z.string().length(64),
  /** JSON object: field → 1-based column. */
  colonnes: z.string(),
  utiliseeAt: instant,
})
export type CorrespondanceImport = z.infer<typeof correspondanceImport>
