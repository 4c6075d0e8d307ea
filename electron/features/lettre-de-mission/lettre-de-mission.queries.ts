import { AppError } from '../../../shared/app-error'
import type { LettreDeMission, LettreObjectif } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { Academie } from '../../../shared/domain/parametres/academie'
import type { Database, Reader, Tables } from '../../database/tables'

/** The tables whose rows belong to a letter. */
export type TableEnfant =
  | 'lettreEtablissement'
  | 'lettreDomaine'
  | 'lettreObjectif'
  | 'lettreVisa'
  | 'lettreSignataire'
  | 'lettreReseau'
  | 'lettreFse'

const tablesEnfants: readonly TableEnfant[] = [
  'lettreEtablissement',
  'lettreDomaine',
  'lettreObjectif',
  'lettreVisa',
  'lettreSignataire',
  'lettreReseau',
  'lettreFse',
]

export function getAcademie(db: Reader): Promise<Academie> {
  return db.selectFrom('academie').selectAll().executeTakeFirstOrThrow()
}

/** The académie's logo as a `data:` URL; null when there is none. */
export async function findLogo(db: Reader): Promise<string | null> {
  const logo = await db
    .selectFrom('fichier')
    .select(['typeMime', 'contenu'])
    .where('id', 'in', db.selectFrom('academie').select('logoFichierId'))
    .executeTakeFirst()
  return logo ? `data:${logo.typeMime};base64,${Buffer.from(logo.contenu).toString('base64')}` : null
}

export async function countActives(db: Reader, anneeId: string): Promise<number> {
  const { nombre } = await db
    .selectFrom('lettreDeMission')
    .select(({ fn }) => fn.countAll<number>().as('nombre'))
    .where('anneeId', '=', anneeId)
    .where('active', '=', 1)
    .executeTakeFirstOrThrow()
  return nombre
}

export async function getLettre(db: Reader, id: string): Promise<LettreDeMission> {
  const lettre = await db.selectFrom('lettreDeMission').selectAll().where('id', '=', id).executeTakeFirst()
  if (!lettre) throw new AppError('notFound', 'Cette lettre n’existe plus dans le registre.')
  return lettre
}

export async function updateLettre(db: Database, id: string, champs: Partial<LettreDeMission>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('lettreDeMission').set(champs).where('id', '=', id).execute()
}

export async function getObjectif(db: Reader, id: string): Promise<LettreObjectif> {
  const objectif = await db.selectFrom('lettreObjectif').selectAll().where('id', '=', id).executeTakeFirst()
  if (!objectif) throw new AppError('notFound', 'Cet objectif n’est plus dans la lettre. Rien n’a changé.')
  return objectif
}

export async function updateObjectif(db: Database, id: string, champs: Partial<LettreObjectif>): Promise<void> {
  await db.updateTable('lettreObjectif').set(champs).where('id', '=', id).execute()
}

/** Dates every signature that is still missing. */
export async function dateSignatures(db: Database, lettreId: string, signeLe: string): Promise<void> {
  await db
    .updateTable('lettreSignataire')
    .set({ signeLe })
    .where('lettreId', '=', lettreId)
    .where('signeLe', 'is', null)
    .execute()
}

export async function deleteLettre(db: Database, id: string): Promise<void> {
  for (const table of [...tablesEnfants, 'lettreEvenement', 'lettreRapport', 'lettreFigee'] as const)
    await db.deleteFrom(table).where('lettreId', '=', id).execute()
  await db.deleteFrom('prochaineAction').where('sujet', '=', 'lettreDeMission').where('sujetId', '=', id).execute()
  await db.deleteFrom('lettreDeMission').where('id', '=', id).execute()
}

/** Rows of one kind with their letter and, where the table has one, their order. */
export type LigneEnfant<Table extends TableEnfant> = Tables[Table]

/** The place of a row among its own, where the table gives one. */
const rangDe = ({ ordre = 0 }: { ordre?: number }): number => ordre

export async function listEnfantsDe<Table extends TableEnfant>(
  db: Reader,
  table: Table,
  lettreId: string,
): Promise<LigneEnfant<Table>[]> {
  const rows = await (db as Database)
    .selectFrom(table as 'lettreVisa')
    .selectAll()
    .where('lettreId', '=', lettreId)
    .execute()
  return rows.toSorted((a, b) => rangDe(a) - rangDe(b)) as unknown as LigneEnfant<Table>[]
}

/** Writes a plan row by row: what did not change is not touched. */
export async function applyPlan<Table extends TableEnfant>(
  db: Database,
  table: Table,
  {
    retirees,
    modifiees,
    ajoutees,
  }: { retirees: string[]; modifiees: LigneEnfant<Table>[]; ajoutees: LigneEnfant<Table>[] },
): Promise<void> {
  // One table's name stands for all: Kysely cannot follow a union of tables, and their rows were typed on the way in.
  const nom = table as 'lettreVisa'
  if (retirees.length > 0) await db.deleteFrom(nom).where('id', 'in', retirees).execute()
  for (const ligne of modifiees as unknown as Tables['lettreVisa'][])
    await db.updateTable(nom).set(ligne).where('id', '=', ligne.id).execute()
  for (const ligne of ajoutees as unknown as Tables['lettreVisa'][]) await db.insertInto(nom).values(ligne).execute()
}
