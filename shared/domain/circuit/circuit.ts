import { z } from 'zod'
import { id, ligne } from '../../schema'
import { codeModele } from '../modele-lettre/modele-lettre'

/** For which résidence administrative a signatory is called: everybody, agents in a CIO, agents elsewhere. */
export const residencesDeCircuit = ['toutes', 'cio', 'horsCio'] as const
export type ResidenceDeCircuit = (typeof residencesDeCircuit)[number]

/** Kind of the annuaire that makes a résidence a CIO (metier.md § 9.2). */
export const typeCio = 'Information et orientation'

/** Who signs, in which order, for one model of letter in one département ('' : in all the others). */
export const circuit = z.object({ id, modele: codeModele, departement: z.string().max(3) })
export type Circuit = z.infer<typeof circuit>

export const circuitSignataire = z.object({
  id,
  circuitId: id,
  signataireId: id,
  /** Printed under the quality; '' when the letter leaves it blank. */
  nom: ligne,
  residence: z.enum(residencesDeCircuit),
  ordre: z.number().int(),
})
export type CircuitSignataire = z.infer<typeof circuitSignataire>
