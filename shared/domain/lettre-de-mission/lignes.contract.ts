import { z } from 'zod'
import { attendu } from '../../modification'
import { id } from '../../schema'

/**
 * Rows keep their id when it is given back, so that each one's history stays its own. The order is that of the array.
 * `attendues`: the rows that the caller was shown; when others are there now, nothing is written (`conflict`).
 */
export const lignes = <Shape extends z.ZodRawShape>(objet: z.ZodObject<Shape>) =>
  z.object({
    id,
    lignes: z.array(objet.extend({ id: id.optional() })).max(500),
    attendues: z.array(attendu).max(500).optional(),
  })
