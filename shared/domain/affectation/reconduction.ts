import { contratFiniAvant } from '../agent/regles'
import type { AnneeScolaire } from '../annee-scolaire/annee-scolaire'
import type { Affectation } from './affectation'

/** A service to carry over, with what may prevent it. */
export interface ServiceAReconduire extends Affectation {
  agentNom: string
  contratFinLe: string | null
  /** False for a statut whose contract has no end to follow. */
  contratSuivi: boolean
  reseauIds: readonly string[]
}

export interface PlanDeReconduction {
  nouvelles: { affectation: Omit<Affectation, 'id'>; reseauIds: readonly string[] }[]
  dejaPresentes: number
  /** Names of the agents whose contract ends before the year begins. */
  contratsFinis: string[]
}

/**
 * What carrying services over into `annee` writes: the whole year, or up to the end of the contract when it falls in it.
 * A rôle that the agent already holds that year is left as it is; so is somebody whose contract will be over.
 */
export function planifierReconduction(
  services: readonly ServiceAReconduire[],
  annee: AnneeScolaire,
  presents: readonly Pick<Affectation, 'agentId' | 'roleId'>[],
): PlanDeReconduction {
  const cle = ({ agentId, roleId }: Pick<Affectation, 'agentId' | 'roleId'>): string => `${agentId} ${roleId}`
  const tenus = new Set(presents.map(cle))
  const plan: PlanDeReconduction = { nouvelles: [], dejaPresentes: 0, contratsFinis: [] }
  for (const service of services) {
    if (tenus.has(cle(service)) || service.anneeId === annee.id) plan.dejaPresentes += 1
    else if (service.contratSuivi && contratFiniAvant(service.contratFinLe, annee))
      plan.contratsFinis.push(service.agentNom)
    else {
      tenus.add(cle(service))
      plan.nouvelles.push({ affectation: reporter(service, annee), reseauIds: service.reseauIds })
    }
  }
  return plan
}

function reporter(service: ServiceAReconduire, annee: AnneeScolaire): Omit<Affectation, 'id'> {
  const { agentId, roleId, quotite, regimeId, heuresEnseignementHebdo, residenceId, contratFinLe } = service
  const finit = service.contratSuivi && contratFinLe !== null && contratFinLe < annee.finLe
  return {
    agentId,
    anneeId: annee.id,
    roleId,
    quotite,
    regimeId,
    heuresEnseignementHebdo,
    residenceId,
    debutLe: annee.debutLe,
    finLe: finit ? contratFinLe : annee.finLe,
    observations: '',
  }
}
