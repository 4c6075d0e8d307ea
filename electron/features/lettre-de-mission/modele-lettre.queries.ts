import type { ModeleLettre } from '../../../shared/domain/modele-lettre/modele-lettre'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import type { Database, Reader } from '../../database/tables'

/** How many letters follow each model. */
export async function countLettresParModele(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('lettreDeMission')
    .select(({ fn }) => ['modele', fn.countAll<number>().as('nombre')])
    .groupBy('modele')
    .execute()
  return new Map(rows.map(({ modele, nombre }) => [modele, nombre]))
}

export async function countUsagesDeModele(db: Reader, code: string): Promise<{ lettres: number; circuits: number }> {
  const count = async (table: 'lettreDeMission' | 'circuit'): Promise<number> => {
    const { nombre } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('nombre'))
      .where('modele', '=', code)
      .executeTakeFirstOrThrow()
    return nombre
  }
  return { lettres: await count('lettreDeMission'), circuits: await count('circuit') }
}

export function listRoles(db: Reader): Promise<Vocabulaire[]> {
  return db.selectFrom('vocabulaire').selectAll().where('liste', '=', 'role').orderBy('ordre').execute()
}

export async function saveModele(db: Database, modele: Omit<ModeleLettre, 'id'>, newId: () => string): Promise<void> {
  const { code, libelle, contenu } = modele
  const present = await db.selectFrom('modeleLettre').select('id').where('code', '=', code).executeTakeFirst()
  if (present) await db.updateTable('modeleLettre').set({ libelle, contenu }).where('id', '=', present.id).execute()
  else await db.insertInto('modeleLettre').values({ id: newId(), code, libelle, contenu }).execute()
}

export async function deleteModele(db: Database, code: string): Promise<void> {
  await db.deleteFrom('modeleLettre').where('code', '=', code).execute()
}
