import { z } from 'zod'
import { id, instant, ligneRequise } from '../../schema'
import { nomsNature, type NatureFeuille } from './plan'

/** The nature of a sheet that was left aside. */
export const natureLaissee = 'laissee'

/** « Agents », « Feuille laissée de côté »: what a remembered sheet was taken for. */
export const nommerNature = (nature: string): string =>
  nature === natureLaissee ? 'Feuille laissée de côté' : nomsNature[nature as NatureFeuille].titre

/** The column mapping the user confirmed, remembered by the shape of the file (its header row). */
export const correspondanceImport = z.object({
  id,
  /** What the sheet holds (agents, reseaux, lettres, fse), or that it was left aside. */
  nature: ligneRequise,
  /** SHA-256 of the folded header titles, in order; under the name of the sheet for one left aside. */
  empreinte: z.string().length(64),
  /** JSON object: field → 1-based column. */
  colonnes: z.string(),
  utiliseeAt: instant,
})
export type CorrespondanceImport = z.infer<typeof correspondanceImport>
