import { grouperPar } from '../../shared/grouper'
import type { Reader } from '../database/tables'

/** Identifiers of the agents that each operation's financial annex lists. */
export async function listAnnexes(db: Reader): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.selectFrom('operationFseAgent').select(['operationId', 'agentId']).orderBy('id').execute()
  const parOperation = grouperPar(rows, ({ operationId }) => operationId)
  return new Map([...parOperation].map(([id, lignes]) => [id, lignes.map(({ agentId }) => agentId)]))
}
