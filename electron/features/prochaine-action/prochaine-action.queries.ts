import { AppError } from '../../../shared/app-error'
import type { ProchaineAction, Sujet } from '../../../shared/domain/prochaine-action/prochaine-action'
import type { Database, Reader } from '../../database/tables'

export function listActionsDe(db: Reader, sujet: Sujet, sujetId: string): Promise<ProchaineAction[]> {
  return db
    .selectFrom('prochaineAction')
    .selectAll()
    .where('sujet', '=', sujet)
    .where('sujetId', '=', sujetId)
    .orderBy('faiteAt', 'desc')
    .orderBy('id')
    .execute()
}

export function listActionsEnCours(db: Reader, sujet: Sujet): Promise<ProchaineAction[]> {
  return db
    .selectFrom('prochaineAction')
    .selectAll()
    .where('sujet', '=', sujet)
    .where('faiteAt', 'is', null)
    .orderBy('id')
    .execute()
}

/** Whether the record that an action is about is still in the register. */
export async function hasFiche(db: Reader, sujet: Sujet, id: string): Promise<boolean> {
  return (await db.selectFrom(sujet).select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export async function getAction(db: Reader, id: string): Promise<ProchaineAction> {
  const action = await db.selectFrom('prochaineAction').selectAll().where('id', '=', id).executeTakeFirst()
  if (!action) throw new AppError('notFound', 'Cette action n’est plus dans le registre.')
  return action
}

export async function insertAction(db: Database, action: ProchaineAction): Promise<void> {
  await db.insertInto('prochaineAction').values(action).execute()
}

export async function updateAction(db: Database, id: string, champs: Partial<ProchaineAction>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('prochaineAction').set(champs).where('id', '=', id).execute()
}

export async function deleteAction(db: Database, id: string): Promise<void> {
  await db.deleteFrom('prochaineAction').where('id', '=', id).execute()
}
