import type { Agent } from '../../../shared/domain/agent/agent'
import { modifierAgent } from '../../../shared/domain/agent/agent.contract'
import { clesAgent, telephoneEcrit } from '../../../shared/domain/agent/cles'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database } from '../../database/tables'
import type { Ecrivain } from '../../liste/ecrivain'
import { getAgent, updateAgent } from './agent.queries'

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

export const ecrivainAgent: Ecrivain = {
  champs: modifierAgent.input.shape.champs.shape,
  ecrire: (_, db, id, champs) => ecrireAgent(db, id, champs),
}
