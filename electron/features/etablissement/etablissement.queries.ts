import { sql } from 'kysely'
import { AppError } from '../../../shared/app-error'
import type { Etablissement } from '../../../shared/domain/etablissement/etablissement'
import type { EtablissementTrouve } from '../../../shared/domain/etablissement/etablissement.contract'
import { colonnesDeListe, type ListeEtablissements } from '../../../shared/domain/etablissement/liste'
import type { UsagesEtablissement } from '../../../shared/domain/etablissement/regles'
import { parmi } from '../../database/parmi'
import { repond } from '../../database/recherche/repond'
import type { Database, Reader } from '../../database/tables'

/** Every row as one JSON text that SQLite writes, in French order of names (see `liste.ts`). */
export async function listEtablissements(db: Reader, departements: readonly string[] | undefined): Promise<string> {
  const ordonnes = db
    .selectFrom('etablissement')
    .select([...colonnesDeListe, sql<string>`iif(bassinNom = '', zapNom, bassinNom)`.as('bassin')])
    .$if(departements !== undefined, (query) => query.where('departement', 'in', departements ?? []))
    .orderBy('cleTri')
    .orderBy('id')
  const { lignes } = await db
    .selectFrom(ordonnes.as('ordonne'))
    .select(
      sql<string>`json_group_array(json_array(${sql.join([...colonnesDeListe, 'bassin'].map((each) => sql.ref(each)))}))`.as(
        'lignes',
      ),
    )
    .executeTakeFirstOrThrow()
  return lignes
}

/** Établissements in a network on the day, and which; among all of them or among those of `ids`. */
export function listAppartenances(
  db: Reader,
  jour: string,
  ids?: readonly string[],
): Promise<ListeEtablissements['appartenances']> {
  return db
    .selectFrom('reseauMembre')
    .innerJoin('reseau', 'reseau.id', 'reseauMembre.reseauId')
    .innerJoin('vocabulaire', 'vocabulaire.id', 'reseau.typeId')
    .where('reseau.actif', '=', 1)
    .where('reseauMembre.debutLe', '<=', jour)
    .where(({ or, eb }) => or([eb('reseauMembre.finLe', 'is', null), eb('reseauMembre.finLe', '>=', jour)]))
    .$if(ids !== undefined, (query) => query.where('reseauMembre.etablissementId', 'in', parmi(ids ?? [])))
    .groupBy('reseauMembre.etablissementId')
    .select('reseauMembre.etablissementId as id')
    .select(({ fn }) => fn.countAll<number>().as('nombreReseaux'))
    .select([
      sql<string>`group_concat(reseau.nom, ' · ')`.as('reseaux'),
      sql<number>`sum(vocabulaire.categorie = 'foquale')`.as('nombreFoquale'),
    ])
    .execute()
}

export function countEtablissements(db: Reader): Promise<{ ouverts: number; fermes: number }> {
  return db
    .selectFrom('etablissement')
    .select([
      sql<number>`count(*) FILTER (WHERE etat = 'ouvert')`.as('ouverts'),
      sql<number>`count(*) FILTER (WHERE etat = 'ferme')`.as('fermes'),
    ])
    .executeTakeFirstOrThrow()
}

export async function getEtablissement(db: Reader, id: string): Promise<Etablissement> {
  const etablissement = await db.selectFrom('etablissement').selectAll().where('id', '=', id).executeTakeFirst()
  if (!etablissement) throw new AppError('notFound', 'Cet établissement n’est plus dans le registre.')
  return etablissement
}

export function findEtablissementByUai(db: Reader, uai: string): Promise<{ id: string; nom: string } | undefined> {
  return db.selectFrom('etablissement').select(['id', 'nom']).where('uai', '=', uai).executeTakeFirst()
}

export function getAcademieCode(db: Reader): Promise<{ code: string }> {
  return db.selectFrom('academie').select('code').executeTakeFirstOrThrow()
}

/** Every typed word begins a word of the key; open ones first, then French order of names. */
export function searchEtablissements(db: Reader, texte: string): Promise<EtablissementTrouve[]> {
  return db
    .selectFrom('etablissement')
    .select(['id', 'uai', 'nom', 'type', 'commune', 'etat'])
    .where(repond('cleRecherche', texte))
    .orderBy(sql`etat = 'ferme'`)
    .orderBy('cleTri')
    .limit(20)
    .execute()
}

/** Memberships, then the networks it leads without being a member. */
export async function listReseauxDEtablissement(db: Reader, etablissementId: string) {
  const membres = await db
    .selectFrom('reseauMembre')
    .innerJoin('reseau', 'reseau.id', 'reseauMembre.reseauId')
    .innerJoin('vocabulaire', 'vocabulaire.id', 'reseau.typeId')
    .select(['reseauMembre.id as membreId', 'reseau.id as reseauId', 'reseau.nom', 'reseau.teteId'])
    .select(['reseauMembre.debutLe', 'reseauMembre.finLe', 'vocabulaire.libelle', 'vocabulaire.abrege'])
    .where('reseauMembre.etablissementId', '=', etablissementId)
    .orderBy('reseauMembre.debutLe', 'desc')
    .orderBy('reseau.cleTri')
    .execute()
  const diriges = await db
    .selectFrom('reseau')
    .innerJoin('vocabulaire', 'vocabulaire.id', 'reseau.typeId')
    .select(['reseau.id as reseauId', 'reseau.nom', 'vocabulaire.libelle', 'vocabulaire.abrege'])
    .where('reseau.teteId', '=', etablissementId)
    .orderBy('reseau.cleTri')
    .execute()
  return { membres, diriges }
}

export function listLettresDEtablissement(db: Reader, etablissementId: string, anneeId: string) {
  return db
    .selectFrom('lettreEtablissement')
    .innerJoin('lettreDeMission', 'lettreDeMission.id', 'lettreEtablissement.lettreId')
    .innerJoin('agent', 'agent.id', 'lettreDeMission.agentId')
    .innerJoin('vocabulaire as role', 'role.id', 'lettreDeMission.roleId')
    .leftJoin('vocabulaire as nature', 'nature.id', 'lettreEtablissement.natureId')
    .select(['lettreDeMission.id', 'lettreDeMission.agentId', 'lettreDeMission.etat'])
    .select(['agent.nom', 'agent.prenom', 'agent.civilite', 'role.libelle', 'role.libelleFeminin'])
    .select(['nature.libelle as nature', 'lettreEtablissement.volume', 'lettreEtablissement.uniteVolume'])
    .where('lettreEtablissement.etablissementId', '=', etablissementId)
    .where('lettreDeMission.anneeId', '=', anneeId)
    .where('lettreDeMission.active', '=', 1)
    .orderBy('agent.cleTri')
    .execute()
}

export function listResidents(db: Reader, etablissementId: string, anneeId: string) {
  return db
    .selectFrom('affectation')
    .innerJoin('agent', 'agent.id', 'affectation.agentId')
    .innerJoin('vocabulaire as role', 'role.id', 'affectation.roleId')
    .select(['affectation.agentId', 'affectation.quotite', 'affectation.debutLe', 'affectation.finLe'])
    .select(['agent.nom', 'agent.prenom', 'agent.civilite', 'role.libelle', 'role.libelleFeminin'])
    .where('affectation.residenceId', '=', etablissementId)
    .where('affectation.anneeId', '=', anneeId)
    .orderBy('agent.cleTri')
    .execute()
}

/** What would be left without its établissement. */
/** Networks that it is or was a member of, or the head of. */
export const idsDesReseaux = (id: string) =>
  sql`SELECT reseauId FROM reseauMembre WHERE etablissementId = ${id} UNION SELECT id FROM reseau WHERE teteId = ${id}`

/** Letters that name it, as a place or as the résidence. */
export const idsDesLettres = (id: string) =>
  sql`SELECT lettreId FROM lettreEtablissement WHERE etablissementId = ${id}
    UNION SELECT id FROM lettreDeMission WHERE residenceId = ${id}`

export async function countUsages(db: Reader, id: string): Promise<UsagesEtablissement> {
  const { reseaux, lettres, affectations } = await db
    .selectFrom('etablissement')
    .where('etablissement.id', '=', id)
    .select([
      sql<number>`(SELECT count(*) FROM (${idsDesReseaux(id)}))`.as('reseaux'),
      sql<number>`(SELECT count(*) FROM (${idsDesLettres(id)}))`.as('lettres'),
      sql<number>`(SELECT count(*) FROM affectation WHERE residenceId = ${id})`.as('affectations'),
    ])
    .executeTakeFirstOrThrow()
  return { reseaux, lettres, affectations }
}

export async function insertEtablissement(db: Database, etablissement: Etablissement): Promise<void> {
  await db.insertInto('etablissement').values(etablissement).execute()
}

export async function updateEtablissement(db: Database, id: string, champs: Partial<Etablissement>): Promise<void> {
  if (Object.keys(champs).length === 0) return
  await db.updateTable('etablissement').set(champs).where('id', '=', id).execute()
}

export async function deleteEtablissement(db: Database, id: string): Promise<void> {
  await db.deleteFrom('prochaineAction').where('sujet', '=', 'etablissement').where('sujetId', '=', id).execute()
  await db.deleteFrom('etablissement').where('id', '=', id).execute()
}
