import { sql } from 'kysely'
import type { Etablissement } from '../../shared/domain/etablissement/etablissement'
import type { ProchaineAction } from '../../shared/domain/prochaine-action/prochaine-action'
import type { Vocabulaire } from '../../shared/domain/vocabulaire/vocabulaire'
import { repond } from '../database/recherche/repond'
import type { Database, Reader } from '../database/tables'

type Terme = Pick<Vocabulaire, 'id' | 'code' | 'libelle' | 'libelleFeminin' | 'abrege' | 'synonymes'>

/** Terms in use of one of the académie's lists, in their order. */
export function listTermes(db: Reader, liste: string): Promise<Terme[]> {
  return db
    .selectFrom('vocabulaire')
    .select(['id', 'code', 'libelle', 'libelleFeminin', 'abrege', 'synonymes'])
    .where('liste', '=', liste as Vocabulaire['liste'])
    .where('actif', '=', 1)
    .orderBy('ordre')
    .execute()
}

type Nomme = Pick<Etablissement, 'id' | 'uai' | 'nom' | 'commune'>

/** The établissement of a UAI, or those whose key has every word of a name; two hundred at most. */
export function listEtablissementsNommes(db: Reader, designation: { uai: string } | { nom: string }): Promise<Nomme[]> {
  const query = db.selectFrom('etablissement').select(['id', 'uai', 'nom', 'commune'])
  if ('uai' in designation) return query.where('uai', '=', designation.uai).execute()
  return query.where(repond('cleRecherche', designation.nom)).orderBy('cleTri').limit(200).execute()
}

/** What waits on the records of a table. */
export function listProchainesActions(db: Reader, table: string) {
  return db
    .selectFrom('prochaineAction')
    .select(['id', 'sujetId', 'quoi', 'qui', 'pourLe'])
    .where('sujet', '=', table as ProchaineAction['sujet'])
    .where('faiteAt', 'is', null)
    .execute()
}

/** Runs writes inside the transaction given; when they throw, only theirs are undone. */
export async function enReprise(db: Database, run: () => Promise<unknown>): Promise<void> {
  await sql`SAVEPOINT cellule`.execute(db)
  try {
    await run()
  } catch (error) {
    await sql`ROLLBACK TO cellule`.execute(db)
    await sql`RELEASE cellule`.execute(db)
    throw error
  }
  await sql`RELEASE cellule`.execute(db)
}

/** « de Rennes »: what follows « académie ». */
export async function getNomAcademie(db: Reader): Promise<string> {
  return (await db.selectFrom('academie').select('nomComplement').executeTakeFirstOrThrow()).nomComplement
}

/** A record that changed: `champs` are the fields of an update. */
export interface Changement {
  table: string
  id: string
  operation: 'I' | 'U' | 'D'
  champs: string[]
}

/** Rises with every row written, whichever the path, and the last change that the journal holds. */
export async function readMarque(db: Reader): Promise<{ ecritures: number; seq: number }> {
  const lue = await sql<{ ecritures: number; seq: number }>`
    SELECT total_changes() AS ecritures, (SELECT coalesce(max(seq), 0) FROM changement) AS seq`.execute(db as Database)
  return lue.rows[0] ?? { ecritures: 0, seq: 0 }
}

/** What changed after `seq`, `auPlus` changes at most, oldest first. */
export async function listChangements(db: Reader, seq: number, auPlus: number): Promise<Changement[]> {
  const { rows } = await sql<{ table: string; id: string; operation: 'I' | 'U' | 'D'; avant: string | null }>`
    SELECT fichePistee.tableNom AS "table", fichePistee.ligneId AS id, changement.operation,
      iif(changement.operation = 'U', changement.avant, NULL) AS avant
    FROM changement INNER JOIN fichePistee ON fichePistee.num = changement.ficheNum
    WHERE changement.seq > ${seq} ORDER BY changement.seq LIMIT ${auPlus}`.execute(db as Database)
  return rows.map(({ avant, ...reste }) => ({ ...reste, champs: Object.keys(JSON.parse(avant ?? '{}') as object) }))
}
