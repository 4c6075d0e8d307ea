import { sql } from 'kysely'
import type { Agent } from '../../../shared/domain/agent/agent'
import { modifierAgent } from '../../../shared/domain/agent/agent.contract'
import { clesAgent, telephoneEcrit } from '../../../shared/domain/agent/cles'
import { compte } from '../../../shared/nombres'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import { nomAffiche } from '../../../shared/text'
import type { Database } from '../../database/tables'
import type { Ecrivain } from '../../liste/ecrivain'
import type { Suppression } from '../../liste/suppression'
import { affectationsObstacles, lettresObstacles } from '../../liste/obstacles.queries'
import { countUses, deleteAgent, getAgent, updateAgent } from './agent.queries'

/** Writes the fields given in the transaction given, with the keys that follow from a name. */
export async function ecrireAgent(
  db: Database,
  id: string,
  champs: Partial<Agent>,
  attendu?: Readonly<Record<string, unknown>>,
): Promise<Agent> {
  const avant = await getAgent(db, id)
  const ecrits = { ...champs }
  if (ecrits.telephone !== undefined) ecrits.telephone = telephoneEcrit(ecrits.telephone)
  refuserSiChangeEntreTemps(avant, { champs: ecrits, attendu })
  const agent = { ...avant, ...ecrits }
  const cles = ecrits.nom === undefined && ecrits.prenom === undefined ? {} : clesAgent(agent)
  await updateAgent(db, id, { ...ecrits, ...cles })
  return { ...agent, ...cles }
}

export const suppressionDAgent: Suppression = {
  refus: async (db, id) => refusDeSupprimer(await getAgent(db, id), await countUses(db, id)),
  obstacles: async (db, id) => [
    ...(await affectationsObstacles(db, sql`SELECT id FROM affectation WHERE agentId = ${id}`, true)),
    ...(await lettresObstacles(db, sql`SELECT id FROM lettreDeMission WHERE agentId = ${id}`, true)),
  ],
  effacer: deleteAgent,
}

/** Somebody who has served is never erased: their services and letters are the memory of the mission. */
function refusDeSupprimer(
  agent: Agent,
  { affectations, lettres }: { affectations: number; lettres: number },
): string | undefined {
  if (affectations + lettres === 0) return undefined
  const uses = [
    ...(affectations > 0 ? [compte(affectations, 'affectation')] : []),
    ...(lettres > 0 ? [compte(lettres, 'lettre de mission', 'lettres de mission')] : []),
  ]
  return `${nomAffiche(agent)} a ${uses.join(' et ')} dans le registre : sa fiche ne peut pas être supprimée. Donnez plutôt une date de fin à son affectation pour la clore : la fiche garde la mémoire de ses services, et n’apparaît plus dans les listes des années suivantes.`
}

export const ecrivainAgent: Ecrivain = {
  champs: modifierAgent.input.shape.champs.shape,
  ecrire: (_, db, id, champs) => ecrireAgent(db, id, champs),
}
