import type {
  LettreEvenement,
  LettreFigee,
  LettreRapport,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { Fichier } from '../../../shared/domain/fichier/fichier'
import type { Database, Reader } from '../../database/tables'

export async function insertEvenement(db: Database, evenement: LettreEvenement): Promise<void> {
  await db.insertInto('lettreEvenement').values(evenement).execute()
}

export function listEvenements(db: Reader, lettreId: string): Promise<LettreEvenement[]> {
  return db
    .selectFrom('lettreEvenement')
    .selectAll()
    .where('lettreId', '=', lettreId)
    .orderBy('saisiAt')
    .orderBy('id')
    .execute()
}

export async function dateSignature(db: Database, ligneId: string, signeLe: string | null): Promise<void> {
  await db.updateTable('lettreSignataire').set({ signeLe }).where('id', '=', ligneId).execute()
}

export async function insertFigee(db: Database, figee: LettreFigee): Promise<void> {
  await db.insertInto('lettreFigee').values(figee).execute()
}

export async function deleteFigee(db: Database, lettreId: string): Promise<void> {
  await db.deleteFrom('lettreFigee').where('lettreId', '=', lettreId).execute()
}

/** Frozen texts of these letters (of all of them without `ids`), with the hash of the logo that each one holds. */
export function listFigees(
  db: Reader,
  ids?: readonly string[],
): Promise<(LettreFigee & { logoSha256: string | null })[]> {
  return db
    .selectFrom('lettreFigee')
    .leftJoin('fichier', 'fichier.id', 'lettreFigee.logoFichierId')
    .selectAll('lettreFigee')
    .select('fichier.sha256 as logoSha256')
    .$if(ids !== undefined, (query) => query.where('lettreFigee.lettreId', 'in', ids ?? []))
    .execute()
}

/** Every text for the agent, year and rôle of a letter, the oldest first. */
export async function listTextes(db: Reader, lettre: { agentId: string; anneeId: string; roleId: string }) {
  return db
    .selectFrom('lettreDeMission')
    .select(['id', 'version', 'nature', 'numeroAvenant', 'etat', 'active', 'dateEffetLe', 'motif', 'remplaceId'])
    .where('agentId', '=', lettre.agentId)
    .where('anneeId', '=', lettre.anneeId)
    .where('roleId', '=', lettre.roleId)
    .orderBy('version')
    .execute()
}

export function findRapport(db: Reader, lettreId: string): Promise<LettreRapport | undefined> {
  return db.selectFrom('lettreRapport').selectAll().where('lettreId', '=', lettreId).executeTakeFirst()
}

export async function insertRapport(db: Database, rapport: LettreRapport): Promise<void> {
  await db.insertInto('lettreRapport').values(rapport).execute()
}

export async function updateRapport(db: Database, id: string, champs: Partial<LettreRapport>): Promise<void> {
  await db.updateTable('lettreRapport').set(champs).where('id', '=', id).execute()
}

export async function insertFichier(db: Database, fichier: Fichier): Promise<void> {
  await db.insertInto('fichier').values(fichier).execute()
}

export async function deleteFichier(db: Database, id: string): Promise<void> {
  await db.deleteFrom('fichier').where('id', '=', id).execute()
}

export function findFichier(db: Reader, id: string): Promise<Fichier | undefined> {
  return db.selectFrom('fichier').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Name and size of a file, its content left where it is. */
export async function describeFichier(db: Reader, id: string): Promise<{ nom: string; octets: number } | null> {
  const row = await db
    .selectFrom('fichier')
    .select(({ fn, ref }) => ['nom', fn<number>('length', [ref('contenu')]).as('octets')])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Reports asked for in a year: when each is due, when it came. */
export function listRapports(
  db: Reader,
  anneeId: string,
): Promise<Pick<LettreRapport, 'lettreId' | 'attenduLe' | 'recuLe'>[]> {
  return db
    .selectFrom('lettreRapport')
    .innerJoin('lettreDeMission', 'lettreDeMission.id', 'lettreRapport.lettreId')
    .select(['lettreRapport.lettreId', 'lettreRapport.attenduLe', 'lettreRapport.recuLe'])
    .where('lettreDeMission.anneeId', '=', anneeId)
    .execute()
}
