import type { CorrespondanceImport } from '../../../shared/domain/importation/importation'
import type { ImportFait } from '../../../shared/domain/importation/historique'
import type { DejaImporte } from '../../../shared/domain/importation/plan'
import type { Ecriture, RegistreLu } from '../../../shared/domain/importation/etat'
import { AppError } from '../../../shared/app-error'
import type { OpenRegistre } from '../../database/open'
import type { Database, Reader } from '../../database/tables'

/** Everything of the register that planning an import needs, in the state it is now. */
export async function readRegistre(db: Reader, anneeId: string): Promise<Omit<RegistreLu, 'aujourdhui' | 'modeles'>> {
  const annee = await db.selectFrom('anneeScolaire').selectAll().where('id', '=', anneeId).executeTakeFirst()
  if (!annee)
    throw new AppError(
      'notFound',
      `L’année scolaire ${anneeId} n’est pas dans le registre. Ajoutez-la dans les paramètres.`,
    )
  return {
    annee,
    academie: await db
      .selectFrom('academie')
      .select(['grilleActivite', 'toleranceHeures', 'signature', 'titreAutorite'])
      .executeTakeFirstOrThrow(),
    vocabulaires: await db.selectFrom('vocabulaire').selectAll().orderBy('liste').orderBy('ordre').execute(),
    etablissements: await db
      .selectFrom('etablissement')
      .select(['id', 'uai', 'nom', 'type', 'commune', 'etat'])
      .execute(),
    tables: await readTables(db, anneeId),
  }
}

async function readTables(db: Reader, anneeId: string): Promise<RegistreLu['tables']> {
  const lettres = db.selectFrom('lettreDeMission').select('id').where('anneeId', '=', anneeId)
  return {
    reseau: await db.selectFrom('reseau').selectAll().orderBy('id').execute(),
    reseauMembre: await db.selectFrom('reseauMembre').selectAll().execute(),
    agent: await db.selectFrom('agent').selectAll().orderBy('id').execute(),
    affectation: await db.selectFrom('affectation').selectAll().orderBy('id').execute(),
    affectationReseau: await db.selectFrom('affectationReseau').selectAll().execute(),
    operationFse: await db.selectFrom('operationFse').selectAll().orderBy('debutLe').orderBy('id').execute(),
    ligneFse: await db.selectFrom('ligneFse').selectAll().orderBy('ordre').execute(),
    lettreDeMission: await db.selectFrom('lettreDeMission').selectAll().where('anneeId', '=', anneeId).execute(),
    lettreEtablissement: await db
      .selectFrom('lettreEtablissement')
      .selectAll()
      .where('lettreId', 'in', lettres)
      .execute(),
    lettreDomaine: await db.selectFrom('lettreDomaine').selectAll().where('lettreId', 'in', lettres).execute(),
    lettreFse: await db.selectFrom('lettreFse').selectAll().where('lettreId', 'in', lettres).execute(),
    // An import adds these to new letters and never compares them.
    lettreReseau: [],
    lettreVisa: [],
    lettreSignataire: [],
  }
}

/** The newest import of the very same file that was not undone. */
export const findDejaImporte = async (db: Reader, empreinte: string): Promise<DejaImporte | null> =>
  (await db
    .selectFrom('importFait')
    .select(['id', 'importeAt'])
    .where('empreinte', '=', empreinte)
    .orderBy('importeAt', 'desc')
    .executeTakeFirst()) ?? null

export const insertImportFait = (db: Database, fait: ImportFait) => db.insertInto('importFait').values(fait).execute()

/** The newest last. */
export const listCorrespondances = (db: Reader): Promise<CorrespondanceImport[]> =>
  db.selectFrom('correspondanceImport').selectAll().orderBy('utiliseeAt').orderBy('id').execute()

/** Keeps a confirmed mapping, replacing the one kept for that shape of file. */
export async function saveCorrespondance(db: Database, correspondance: CorrespondanceImport): Promise<void> {
  const { colonnes, utiliseeAt } = correspondance
  await db
    .insertInto('correspondanceImport')
    .values(correspondance)
    .onConflict((conflict) => conflict.columns(['nature', 'empreinte']).doUpdateSet({ colonnes, utiliseeAt }))
    .execute()
}

export const forgetCorrespondance = (db: Database, empreinte: string) =>
  db.deleteFrom('correspondanceImport').where('empreinte', '=', empreinte).execute()

type Sqlite = OpenRegistre['sqlite']

/**
 * Writes planned rows one at each step, through prepared statements kept by shape: tables and columns come from the
 * typed plan, never from the file. To be run inside a transaction.
 */
export function* writeEcritures(sqlite: Sqlite, ecritures: readonly Ecriture[]): Generator<void> {
  const statements = new Map<string, ReturnType<Sqlite['prepare']>>()
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? sqlite.prepare(sql)
    statements.set(sql, known)
    return known
  }
  for (const ecriture of ecritures) {
    if (ecriture.genre === 'ajout') {
      const columns = Object.keys(ecriture.valeurs)
      const sql = `INSERT INTO ${ecriture.table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`
      prepared(sql).run(ecriture.valeurs)
    } else {
      const columns = Object.keys(ecriture.champs)
      const sql = `UPDATE ${ecriture.table} SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`
      prepared(sql).run({ ...ecriture.champs, id: ecriture.id })
    }
    yield
  }
}
