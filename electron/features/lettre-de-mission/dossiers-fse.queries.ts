import type { LettreDeMission } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { listAnnexes } from '../../lettres/annexes'
import { parmi } from '../../database/parmi'
import type { Reader } from '../../database/tables'

/** The shares of letters, with the operations that they cite. */
export async function listPartsFse(db: Reader, ids: readonly string[]) {
  const annexes = await listAnnexes(db)
  const parts = await db
    .selectFrom('lettreFse')
    .innerJoin('operationFse', 'operationFse.id', 'lettreFse.operationId')
    .selectAll('lettreFse')
    .select(['operationFse.numero', 'operationFse.intitule', 'operationFse.programme'])
    .select(({ ref }) => [
      ref('operationFse.debutLe').as('operationDebutLe'),
      ref('operationFse.finLe').as('operationFinLe'),
      ref('operationFse.etat').as('operationEtat'),
    ])
    .where('lettreId', 'in', parmi(ids))
    .orderBy('lettreFse.debutLe')
    .execute()
  return parts.map((part) => ({ ...part, operationAgents: annexes.get(part.operationId) ?? [] }))
}

/** What the active letters of the same agents give to FSE operations, in any year. */
export function listPartsFseActives(db: Reader, ids: readonly string[]) {
  return db
    .selectFrom('lettreFse')
    .innerJoin('lettreDeMission', 'lettreDeMission.id', 'lettreFse.lettreId')
    .innerJoin('operationFse', 'operationFse.id', 'lettreFse.operationId')
    .select([
      'lettreFse.lettreId',
      'lettreFse.operationId',
      'lettreFse.pourcentage',
      'lettreFse.debutLe',
      'lettreFse.finLe',
    ])
    .select(['operationFse.numero', 'operationFse.intitule', 'lettreDeMission.agentId'])
    .where('lettreDeMission.active', '=', 1)
    .where(
      'lettreDeMission.agentId',
      'in',
      db.selectFrom('lettreDeMission').select('agentId').where('id', 'in', parmi(ids)),
    )
    .orderBy('lettreFse.debutLe')
    .execute()
}

/** Those of the other letters of a letter's agent; an avenant's own earlier version is not one of them. */
export const horsDe = (
  parts: Awaited<ReturnType<typeof listPartsFseActives>>,
  { id, agentId, remplaceId }: LettreDeMission,
): Awaited<ReturnType<typeof listPartsFseActives>> =>
  parts.filter((part) => part.agentId === agentId && part.lettreId !== id && part.lettreId !== remplaceId)
