import type { Fichier } from '../../../shared/domain/fichier/fichier'
import type { Database, Reader } from '../../database/tables'

/** Name and size of the document of each model of letter that has one. */
export function describeModelesWord(
  db: Reader,
): Promise<{ modele: string; nom: string; octets: number; ajouteAt: string }[]> {
  return db
    .selectFrom('modeleWord')
    .innerJoin('fichier', 'fichier.id', 'modeleWord.fichierId')
    .select(({ fn, ref }) => [
      'modeleWord.modele',
      'fichier.nom',
      'fichier.ajouteAt',
      fn<number>('length', [ref('fichier.contenu')]).as('octets'),
    ])
    .execute()
}

export function findModeleWord(db: Reader, modele: string): Promise<Fichier | undefined> {
  return db
    .selectFrom('fichier')
    .innerJoin('modeleWord', 'modeleWord.fichierId', 'fichier.id')
    .selectAll('fichier')
    .where('modeleWord.modele', '=', modele)
    .executeTakeFirst()
}

/** Puts a document in the place of the former one, or takes that one away. */
export async function replaceModeleWord(
  db: Database,
  modele: string,
  fichier: Fichier | null,
  newId: () => string,
): Promise<void> {
  const present = await db.selectFrom('modeleWord').selectAll().where('modele', '=', modele).executeTakeFirst()
  if (fichier) await db.insertInto('fichier').values(fichier).execute()
  if (fichier && present)
    await db.updateTable('modeleWord').set({ fichierId: fichier.id }).where('id', '=', present.id).execute()
  else if (fichier) await db.insertInto('modeleWord').values({ id: newId(), modele, fichierId: fichier.id }).execute()
  else if (present) await db.deleteFrom('modeleWord').where('id', '=', present.id).execute()
  if (present) await db.deleteFrom('fichier').where('id', '=', present.fichierId).execute()
}
