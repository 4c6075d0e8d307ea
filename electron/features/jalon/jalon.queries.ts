import { AppError } from '../../../shared/app-error'
import type { Jalon } from '../../../shared/domain/jalon/jalon'
import type { Database, Reader } from '../../database/tables'

export function listJalons(db: Reader, anneeId: string): Promise<Jalon[]> {
  return db
    .selectFrom('jalon')
    .selectAll()
    .where('anneeId', '=', anneeId)
    .orderBy('debutLe')
    .orderBy('finLe')
    .orderBy('id')
    .execute()
}

export async function getJalon(db: Reader, id: string): Promise<Jalon> {
  const jalon = await db.selectFrom('jalon').selectAll().where('id', '=', id).executeTakeFirst()
  if (!jalon) throw new AppError('notFound', 'Ce jalon n’est plus dans le calendrier.')
  return jalon
}

/** Refuses a year that the register does not keep. */
export async function requireAnnee(db: Reader, anneeId: string): Promise<void> {
  const annee = await db.selectFrom('anneeScolaire').select('id').where('id', '=', anneeId).executeTakeFirst()
  if (!annee)
    throw new AppError(
      'notFound',
      `L’année scolaire ${anneeId} n’est pas ouverte dans ce registre. Ajoutez-la dans les paramètres.`,
    )
}

export async function insertJalons(db: Database, jalons: readonly Jalon[]): Promise<void> {
  for (const jalon of jalons) await db.insertInto('jalon').values(jalon).execute()
}

export async function updateJalon(db: Database, id: string, champs: Partial<Jalon>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('jalon').set(champs).where('id', '=', id).execute()
}

export async function deleteJalon(db: Database, id: string): Promise<void> {
  await db.deleteFrom('jalon').where('id', '=', id).execute()
}
