import { sql } from 'kysely'
import type { Etablissement } from '../../shared/domain/etablissement/etablissement'
import type { Vocabulaire } from '../../shared/domain/vocabulaire/vocabulaire'
import { termesRecherche } from '../../shared/text'
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
  const mots = termesRecherche(designation.nom).flatMap((terme) => terme.mots)
  return query
    .where(({ and }) => and(mots.map((mot) => sql<boolean>`instr(' ' || cleRecherche, ${` ${mot}`}) > 0`)))
    .orderBy('cleTri')
    .limit(200)
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
