import type BetterSqlite3 from 'better-sqlite3'
import { etablissement, type Etablissement } from '../../../shared/domain/etablissement/etablissement'
import type { UsagesEtablissement } from '../../../shared/domain/etablissement/regles'
import { grouperPar } from '../../../shared/grouper'
import type { ImportFait } from '../../../shared/domain/importation/historique'
import type { DejaImporte } from '../../../shared/domain/importation/plan'
import type { Database, Reader } from '../../database/tables'

export function listEtablissements(db: Reader): Promise<Etablissement[]> {
  return db.selectFrom('etablissement').selectAll().execute()
}

export function getAcademie(db: Reader): Promise<{ code: string; nom: string; nomComplement: string }> {
  return db.selectFrom('academie').select(['code', 'nom', 'nomComplement']).executeTakeFirstOrThrow()
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

/** What stands on each établissement that anything names. */
export async function listUsages(db: Reader): Promise<Map<string, UsagesEtablissement>> {
  const reseaux = await db
    .selectFrom('reseauMembre')
    .select(['etablissementId as id', 'reseauId as par'])
    .union(
      db
        .selectFrom('reseau')
        .select(['teteId as id', 'id as par'])
        .where('teteId', 'is not', null)
        .$narrowType<{ id: string }>(),
    )
    .execute()
  const lettres = await db
    .selectFrom('lettreEtablissement')
    .select(['etablissementId as id', 'lettreId as par'])
    .union(
      db
        .selectFrom('lettreDeMission')
        .select(['residenceId as id', 'id as par'])
        .where('residenceId', 'is not', null)
        .$narrowType<{ id: string }>(),
    )
    .execute()
  const affectations = await db
    .selectFrom('affectation')
    .select(['residenceId as id', 'id as par'])
    .where('residenceId', 'is not', null)
    .$narrowType<{ id: string }>()
    .execute()
  const usages = new Map<string, UsagesEtablissement>()
  for (const [nature, rows] of Object.entries({ reseaux, lettres, affectations })) {
    for (const [id, siens] of grouperPar(rows, (row) => row.id)) {
      const connus = usages.get(id) ?? { reseaux: 0, lettres: 0, affectations: 0 }
      usages.set(id, { ...connus, [nature]: siens.length })
    }
  }
  return usages
}

/** Every column of the table: they are the properties of the entity. */
const colonnes = Object.keys(etablissement.shape) as (keyof Etablissement)[]

/** Rows that one statement inserts. */
export const rowsPerInsert = 50

/**
 * Prepared statements for 60 000 rows: Kysely would build and compile each query (dossier § 3). Rows are inserted many
 * at a time: around each statement that runs triggers SQLite saves the pages that it writes, a third of its work.
 */
export function prepareWriter(sqlite: BetterSqlite3.Database) {
  const marks = `(${colonnes.map(() => '?').join(', ')})`
  const prepareInsert = (rows: number) =>
    sqlite.prepare(`INSERT INTO etablissement (${colonnes.join(', ')}) VALUES ${Array(rows).fill(marks).join(', ')}`)
  const insertMany = prepareInsert(rowsPerInsert)
  const update = sqlite.prepare(
    `UPDATE etablissement SET ${colonnes
      .slice(1)
      .map((colonne) => `${colonne} = ?`)
      .join(', ')} WHERE id = ?`,
  )
  const close = sqlite.prepare("UPDATE etablissement SET etat = 'ferme', fermeLe = ? WHERE id = ?")
  return {
    insert: (rows: readonly Etablissement[]): void => {
      if (rows.length === 0) return
      const values = new Array<unknown>(rows.length * colonnes.length)
      let at = 0
      for (const row of rows) for (const colonne of colonnes) values[at++] = row[colonne]
      const statement = rows.length === rowsPerInsert ? insertMany : prepareInsert(rows.length)
      statement.run(values)
    },
    update: (row: Etablissement): void => {
      update.run([...colonnes.slice(1).map((colonne) => row[colonne]), row.id])
    },
    close: (id: string, fermeLe: string): void => {
      close.run(fermeLe, id)
    },
  }
}
