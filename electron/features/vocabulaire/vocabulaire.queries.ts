import { AppError } from '../../../shared/app-error'
import type { ListeVocabulaire, Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import type { Database, Reader } from '../../database/tables'

export function listVocabulaires(db: Reader): Promise<Vocabulaire[]> {
  return db.selectFrom('vocabulaire').selectAll().orderBy('liste').orderBy('ordre').orderBy('id').execute()
}

export async function getTerme(db: Reader, id: string): Promise<Vocabulaire> {
  const terme = await db.selectFrom('vocabulaire').selectAll().where('id', '=', id).executeTakeFirst()
  if (!terme) throw new AppError('notFound', 'Ce terme n’existe plus dans les listes de l’académie.')
  return terme
}

export async function lastOrdre(db: Reader, liste: ListeVocabulaire): Promise<number> {
  const { ordre } = await db
    .selectFrom('vocabulaire')
    .select((expression) => expression.fn.max<number | null>('ordre').as('ordre'))
    .where('liste', '=', liste)
    .executeTakeFirstOrThrow()
  return ordre ?? 0
}

export async function insertTermes(db: Database, termes: Vocabulaire[]): Promise<void> {
  for (const terme of termes) await db.insertInto('vocabulaire').values(terme).execute()
}

export async function updateTerme(db: Database, id: string, champs: Partial<Vocabulaire>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('vocabulaire').set(champs).where('id', '=', id).execute()
}

/** A term and where it is written to. */
export async function deleteTerme(db: Database, id: string): Promise<void> {
  await db.deleteFrom('adresseSignataire').where('signataireId', '=', id).execute()
  await db.deleteFrom('vocabulaire').where('id', '=', id).execute()
}
