import { AppError } from '../../../shared/app-error'
import { nomAffiche } from '../../../shared/text'
import type { Database, Reader } from '../../database/tables'
import { listAnnexes } from '../../lettres/annexes'

export async function listAgentsParNom(db: Reader): Promise<{ id: string; nom: string }[]> {
  const rows = await db.selectFrom('agent').select(['id', 'nom', 'prenom']).orderBy('cleTri').orderBy('id').execute()
  return rows.map(({ id, ...agent }) => ({ id, nom: nomAffiche(agent) }))
}

interface Annexe {
  operationId: string
  agentIds: readonly string[]
  newId: () => string
}

/** Leaves the rows of the agents who stay: their history is theirs. */
export async function definirAnnexe(db: Database, { operationId, agentIds, newId }: Annexe): Promise<void> {
  const voulus = [...new Set(agentIds)]
  const connus = await db.selectFrom('agent').select('id').where('id', 'in', voulus).execute()
  if (connus.length < voulus.length)
    throw new AppError('notFound', 'Un des agents choisis n’existe plus dans le registre. L’annexe n’a pas changé.')
  const presents = (await listAnnexes(db)).get(operationId) ?? []
  const partis = presents.filter((id) => !voulus.includes(id))
  const nouveaux = voulus.filter((id) => !presents.includes(id))
  if (partis.length > 0)
    await db
      .deleteFrom('operationFseAgent')
      .where('operationId', '=', operationId)
      .where('agentId', 'in', partis)
      .execute()
  if (nouveaux.length > 0)
    await db
      .insertInto('operationFseAgent')
      .values(nouveaux.map((agentId) => ({ id: newId(), operationId, agentId })))
      .execute()
}
