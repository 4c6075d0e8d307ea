import { z } from 'zod'
import { anneeId, jour } from '../../schema'

/** A school year known to the register: 1 September – 31 August. */
export const anneeScolaire = z.object({ id: anneeId, debutLe: jour, finLe: jour })
export type AnneeScolaire = z.infer<typeof anneeScolaire>
