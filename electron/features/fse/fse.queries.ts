import { AppError } from '../../../shared/app-error'
import type { LigneFse, OperationFse } from '../../../shared/domain/fse/fse'
import type { AffectationALOperation } from '../../../shared/domain/fse/fse.contract'
import { nomAffiche } from '../../../shared/text'
import type { Database, Reader } from '../../database/tables'

export function listOperations(db: Reader): Promise<OperationFse[]> {
  return db.selectFrom('operationFse').selectAll().orderBy('debutLe', 'desc').orderBy('numero').execute()
}

export async function getOperation(db: Reader, id: string): Promise<OperationFse> {
  const operation = await db.selectFrom('operationFse').selectAll().where('id', '=', id).executeTakeFirst()
  if (!operation) throw new AppError('notFound', 'Cette opération n’existe plus.')
  return operation
}

/** Lines of one operation, or of all of them, in order. */
export function listLignes(db: Reader, operationId?: string): Promise<LigneFse[]> {
  const query = db.selectFrom('ligneFse').selectAll().orderBy('sens').orderBy('ordre').orderBy('id')
  return operationId === undefined ? query.execute() : query.where('operationId', '=', operationId).execute()
}

export async function getLigne(db: Reader, id: string): Promise<LigneFse> {
  const ligne = await db.selectFrom('ligneFse').selectAll().where('id', '=', id).executeTakeFirst()
  if (!ligne) throw new AppError('notFound', 'Cette ligne n’existe plus.')
  return ligne
}

/** Cancelled letters prove nothing: they are left out here and in `listAffectations`. */
export async function countLettresByOperation(db: Reader): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('lettreFse')
    .innerJoin('lettreDeMission', 'lettreDeMission.id', 'lettreFse.lettreId')
    .select('operationId')
    .select((expression) => expression.fn.countAll<number>().as('nombre'))
    .where('lettreDeMission.etat', '<>', 'annulee')
    .groupBy('operationId')
    .execute()
  return new Map(rows.map(({ operationId, nombre }) => [operationId, nombre]))
}

/** Every letter that cites the operation, cancelled ones included: none may lose what it says. */
export async function countLettres(db: Reader, operationId: string): Promise<number> {
  const { nombre } = await db
    .selectFrom('lettreFse')
    .select((expression) => expression.fn.countAll<number>().as('nombre'))
    .where('operationId', '=', operationId)
    .executeTakeFirstOrThrow()
  return nombre
}

export async function listAffectations(db: Reader, operationId: string): Promise<AffectationALOperation[]> {
  const rows = await db
    .selectFrom('lettreFse')
    .innerJoin('lettreDeMission', 'lettreDeMission.id', 'lettreFse.lettreId')
    .innerJoin('agent', 'agent.id', 'lettreDeMission.agentId')
    .select(['lettreFse.lettreId', 'lettreFse.pourcentage', 'lettreFse.debutLe', 'lettreFse.finLe'])
    .select(['agent.id as agentId', 'agent.nom', 'agent.prenom', 'lettreDeMission.anneeId'])
    .where('lettreFse.operationId', '=', operationId)
    .where('lettreDeMission.etat', '<>', 'annulee')
    .orderBy('agent.cleTri')
    .orderBy('lettreFse.debutLe')
    .execute()
  return rows.map(({ nom, prenom, ...row }) => ({ ...row, agentNom: nomAffiche({ nom, prenom }) }))
}

export async function insertOperation(db: Database, operation: OperationFse): Promise<void> {
  await db.insertInto('operationFse').values(operation).execute()
}

export async function updateOperation(db: Database, id: string, champs: Partial<OperationFse>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('operationFse').set(champs).where('id', '=', id).execute()
}

export async function deleteOperation(db: Database, id: string): Promise<void> {
  await db.deleteFrom('prochaineAction').where('sujet', '=', 'operationFse').where('sujetId', '=', id).execute()
  await db.deleteFrom('ligneFse').where('operationId', '=', id).execute()
  await db.deleteFrom('operationFseAgent').where('operationId', '=', id).execute()
  await db.deleteFrom('operationFse').where('id', '=', id).execute()
}

export async function insertLigne(db: Database, ligne: LigneFse): Promise<void> {
  await db.insertInto('ligneFse').values(ligne).execute()
}

export async function updateLigne(db: Database, id: string, champs: Partial<LigneFse>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('ligneFse').set(champs).where('id', '=', id).execute()
}

export async function deleteLigne(db: Database, id: string): Promise<void> {
  await db.deleteFrom('ligneFse').where('id', '=', id).execute()
}
