import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { fichesAuPlus } from '../../liste/demande'
import { modification } from '../../modification'
import { anneeId, id } from '../../schema'
import { affectation, type Affectation } from './affectation'

/** What is typed to give somebody a service; the dates default to those of the school year. */
export const nouvelleAffectation = affectation
  .omit({ id: true })
  .partial({ debutLe: true, finLe: true })
  .extend({
    heuresEnseignementHebdo: affectation.shape.heuresEnseignementHebdo.default(null),
    residenceId: affectation.shape.residenceId.default(null),
    observations: affectation.shape.observations.default(''),
    reseauIds: z.array(id).max(50).default([]),
  })

export const creerAffectation = operation({
  name: 'affectation.creer',
  kind: 'command',
  input: nouvelleAffectation.strict(),
  output: returns<Affectation>(),
})

/** Writes the fields given, leaves the others; dates outside the school year are refused. */
export const modifierAffectation = operation({
  name: 'affectation.modifier',
  kind: 'command',
  input: modification(affectation.omit({ id: true, agentId: true, anneeId: true })),
  output: returns<Affectation>(),
})

/** Refused while an active letter stands on it. */
export const supprimerAffectation = operation({
  name: 'affectation.supprimer',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

/** Replaces the networks where the service is done. */
export const definirReseaux = operation({
  name: 'affectation.definirReseaux',
  kind: 'command',
  input: z.object({ id, reseauIds: z.array(id).max(50) }),
  output: returns<null>(),
})

export interface Reconduction {
  /** Services copied into the target year. */
  reconduites: number
  /** Left alone: the agent already has this rôle that year. */
  dejaPresentes: number
  /** Left alone: the contract ends before the target year begins. */
  contratsFinis: string[]
}

/**
 * Copies services into another school year (the next one, usually): same rôle, quotité, régime, résidence and networks.
 * Those named, or all those of some agents in a year. Cancelled, it leaves nothing.
 */
export const reconduireAffectations = operation({
  name: 'affectation.reconduire',
  kind: 'command',
  long: true,
  input: z.union([
    z
      .object({ affectationIds: z.array(id).min(1, 'Choisissez au moins une affectation.').max(fichesAuPlus), anneeId })
      .strict(),
    z
      .object({
        agentIds: z.array(id).min(1, 'Choisissez au moins un agent.').max(fichesAuPlus),
        depuis: anneeId,
        anneeId,
      })
      .strict(),
  ]),
  output: returns<Reconduction>(),
})

export const affectationContract = {
  [creerAffectation.name]: creerAffectation,
  [modifierAffectation.name]: modifierAffectation,
  [supprimerAffectation.name]: supprimerAffectation,
  [definirReseaux.name]: definirReseaux,
  [reconduireAffectations.name]: reconduireAffectations,
}
