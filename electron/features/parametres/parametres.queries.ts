import type { AnneeScolaire } from '../../../shared/domain/annee-scolaire/annee-scolaire'
import type { Fichier } from '../../../shared/domain/fichier/fichier'
import type { Academie } from '../../../shared/domain/parametres/academie'
import type { Database, Reader } from '../../database/tables'

export function getAcademie(db: Reader): Promise<Academie> {
  return db.selectFrom('academie').selectAll().executeTakeFirstOrThrow()
}

export async function updateAcademie(db: Database, champs: Partial<Academie>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('academie').set(champs).execute()
}

export function findFichier(db: Reader, id: string): Promise<Fichier | undefined> {
  return db.selectFrom('fichier').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertFichier(db: Database, fichier: Fichier): Promise<void> {
  await db.insertInto('fichier').values(fichier).execute()
}

/** Removes a file that nothing prints any more: the letters signed under a logo keep it. */
export async function deleteFichierInutile(db: Database, id: string): Promise<void> {
  await db
    .deleteFrom('fichier')
    .where('id', '=', id)
    .where('id', 'not in', (sub) =>
      sub.selectFrom('lettreFigee').select('logoFichierId').where('logoFichierId', 'is not', null).$castTo<{
        logoFichierId: string
      }>(),
    )
    .execute()
}

export function listAnnees(db: Reader): Promise<AnneeScolaire[]> {
  return db.selectFrom('anneeScolaire').selectAll().orderBy('id', 'desc').execute()
}

/** Already there: left as it is. */
export async function insertAnnee(db: Database, annee: AnneeScolaire): Promise<void> {
  await db
    .insertInto('anneeScolaire')
    .values(annee)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
