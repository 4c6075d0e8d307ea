import { z } from 'zod'
import { anneeId, heures, id, jour, ligne, pourcentage } from '../../schema'

/** What an agent does in one school year: rôle, quotité, régime de service, résidence administrative. */
export const affectation = z.object({
  id,
  agentId: id,
  anneeId,
  roleId: id,
  /** Share of a full-time service, in percent. */
  quotite: pourcentage,
  regimeId: id,
  /** Weekly hours in front of pupils, for the mixed régime; null otherwise. */
  heuresEnseignementHebdo: heures.nullable(),
  residenceId: id.nullable(),
  debutLe: jour,
  finLe: jour,
  observations: ligne.max(2000),
})
export type Affectation = z.infer<typeof affectation>

export const affectationReseau = z.object({ id, affectationId: id, reseauId: id })
export type AffectationReseau = z.infer<typeof affectationReseau>
