import { AppError } from '../../../shared/app-error'
import type { Vue } from '../../../shared/domain/vue/vue'
import type { Database, Reader } from '../../database/tables'

export function listVues(db: Reader, liste: string): Promise<Vue[]> {
  return db.selectFrom('vue').selectAll().where('liste', '=', liste).orderBy('id').execute()
}

export async function getVue(db: Reader, id: string): Promise<Vue> {
  const vue = await db.selectFrom('vue').selectAll().where('id', '=', id).executeTakeFirst()
  if (!vue) throw new AppError('notFound', 'Cette vue n’existe plus dans le registre.')
  return vue
}

export async function insertVue(db: Database, vue: Vue): Promise<void> {
  await db.insertInto('vue').values(vue).execute()
}

export async function updateVue(db: Database, id: string, champs: Partial<Vue>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('vue').set(champs).where('id', '=', id).execute()
}

export async function deleteVue(db: Database, id: string): Promise<void> {
  await db.deleteFrom('vue').where('id', '=', id).execute()
}
