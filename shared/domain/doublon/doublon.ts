import { z } from 'zod'
import { id } from '../../schema'

/** Records whose duplicates are looked for, by the word of their table. */
export const sujetsDeDoublon = ['agent', 'etablissement'] as const

/** Two records that somebody said are not the same; the smaller identifier first. */
export const doublonEcarte = z.object({ id, sujet: z.enum(sujetsDeDoublon), premierId: id, secondId: id })
export type DoublonEcarte = z.infer<typeof doublonEcarte>
