import { sql } from 'kysely'
import { AppError } from '../../../shared/app-error'
import type { EtablissementDeReseau } from '../../../shared/domain/reseau/reseau.contract'
import type { Reseau, ReseauMembre } from '../../../shared/domain/reseau/reseau'
import type { UsagesReseau } from '../../../shared/domain/reseau/regles'
import type { Database, Reader } from '../../database/tables'

export function listReseaux(db: Reader) {
  return db
    .selectFrom('reseau')
    .innerJoin('vocabulaire', 'vocabulaire.id', 'reseau.typeId')
    .leftJoin('etablissement as tete', 'tete.id', 'reseau.teteId')
    .select(['reseau.id', 'reseau.code', 'reseau.nom', 'reseau.typeId', 'reseau.departement', 'reseau.bassin'])
    .select(['reseau.animateur', 'reseau.actif', 'vocabulaire.libelle', 'vocabulaire.abrege', 'vocabulaire.categorie'])
    .select(['tete.id as teteId', 'tete.uai as teteUai', 'tete.nom as teteNom', 'tete.commune as teteCommune'])
    .orderBy('reseau.cleTri')
    .orderBy('reseau.id')
    .execute()
}

export async function countReseauxActifs(db: Reader): Promise<number> {
  const { nombre } = await db
    .selectFrom('reseau')
    .select(({ fn }) => fn.countAll<number>().as('nombre'))
    .where('actif', '=', 1)
    .executeTakeFirstOrThrow()
  return nombre
}

/** Every membership in force on the day. */
export function listMembresDuJour(db: Reader, jour: string): Promise<ReseauMembre[]> {
  return db
    .selectFrom('reseauMembre')
    .selectAll()
    .where('debutLe', '<=', jour)
    .where(({ or, eb }) => or([eb('finLe', 'is', null), eb('finLe', '>=', jour)]))
    .execute()
}

function personnes(db: Reader) {
  return db
    .selectFrom('affectationReseau')
    .innerJoin('affectation', 'affectation.id', 'affectationReseau.affectationId')
    .innerJoin('agent', 'agent.id', 'affectation.agentId')
    .innerJoin('vocabulaire as role', 'role.id', 'affectation.roleId')
    .select(['affectationReseau.reseauId', 'affectation.id as affectationId', 'affectation.agentId'])
    .select(['affectation.quotite', 'affectation.debutLe', 'affectation.finLe'])
    .select(['agent.nom', 'agent.prenom', 'agent.civilite'])
    .select(['role.libelle', 'role.libelleFeminin', 'role.categorie'])
    .orderBy('agent.cleTri')
}

/** Services of the year attached to a network. */
export const listPersonnes = (db: Reader, anneeId: string) =>
  personnes(db).where('affectation.anneeId', '=', anneeId).execute()

/** Services in force on the day, whatever their school year. */
export const listPersonnesDuJour = (db: Reader, jour: string) =>
  personnes(db).where('affectation.debutLe', '<=', jour).where('affectation.finLe', '>=', jour).execute()

export async function getReseau(db: Reader, id: string): Promise<Reseau> {
  const reseau = await db.selectFrom('reseau').selectAll().where('id', '=', id).executeTakeFirst()
  if (!reseau) throw new AppError('notFound', 'Ce réseau n’est plus dans le registre.')
  return reseau
}

export function getTypeReseau(db: Reader, typeId: string) {
  return db
    .selectFrom('vocabulaire')
    .select(['libelle', 'abrege', 'categorie'])
    .where('id', '=', typeId)
    .where('liste', '=', 'typeReseau')
    .executeTakeFirst()
}

const colonnesEtablissement = ['id', 'uai', 'nom', 'type', 'commune', 'departement', 'secteur', 'etat'] as const

export async function getEtablissementDeReseau(db: Reader, id: string): Promise<EtablissementDeReseau> {
  const etablissement = await db
    .selectFrom('etablissement')
    .select(colonnesEtablissement)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!etablissement) throw new AppError('notFound', 'Cet établissement n’est plus dans le registre.')
  return etablissement
}

/** Établissements that a coverage may name: those of the kinds looked at, and members whatever their kind. */
export function listEtablissementsDeReseaux(db: Reader): Promise<EtablissementDeReseau[]> {
  return db.selectFrom('etablissement').select(colonnesEtablissement).orderBy('cleTri').orderBy('id').execute()
}

export async function listTypesConnus(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('etablissement').select('type').distinct().orderBy('type').execute()
  return rows.map(({ type }) => type)
}

/** Every membership of a network, with its établissement; names in French order. */
export function listMembres(db: Reader, reseauId: string) {
  return db
    .selectFrom('reseauMembre')
    .innerJoin('etablissement', 'etablissement.id', 'reseauMembre.etablissementId')
    .selectAll('reseauMembre')
    .select(['etablissement.uai', 'etablissement.nom', 'etablissement.type', 'etablissement.commune'])
    .select(['etablissement.departement', 'etablissement.secteur', 'etablissement.etat'])
    .where('reseauMembre.reseauId', '=', reseauId)
    .orderBy('etablissement.cleTri')
    .orderBy('reseauMembre.debutLe')
    .execute()
}

/** Names of the other networks of the same kind, for each member in force on the day. */
export function listAutresAppartenances(db: Reader, { id, typeId }: Pick<Reseau, 'id' | 'typeId'>, jour: string) {
  return db
    .selectFrom('reseauMembre')
    .innerJoin('reseau', 'reseau.id', 'reseauMembre.reseauId')
    .select(['reseauMembre.etablissementId', 'reseau.nom'])
    .where('reseau.typeId', '=', typeId)
    .where('reseau.actif', '=', 1)
    .where('reseau.id', '<>', id)
    .where('reseauMembre.debutLe', '<=', jour)
    .where(({ or, eb }) => or([eb('reseauMembre.finLe', 'is', null), eb('reseauMembre.finLe', '>=', jour)]))
    .orderBy('reseau.cleTri')
    .execute()
}

/** Active letters of the year that name a network, in French order of people. */
export function listLettresDeReseau(db: Reader, reseauId: string, anneeId: string) {
  return db
    .selectFrom('lettreReseau')
    .innerJoin('lettreDeMission', 'lettreDeMission.id', 'lettreReseau.lettreId')
    .innerJoin('agent', 'agent.id', 'lettreDeMission.agentId')
    .innerJoin('vocabulaire as role', 'role.id', 'lettreDeMission.roleId')
    .select(['lettreDeMission.id', 'lettreDeMission.agentId', 'lettreDeMission.etat'])
    .select(['agent.nom', 'agent.prenom', 'agent.civilite', 'role.libelle', 'role.libelleFeminin'])
    .where('lettreReseau.reseauId', '=', reseauId)
    .where('lettreDeMission.anneeId', '=', anneeId)
    .where('lettreDeMission.active', '=', 1)
    .orderBy('agent.cleTri')
    .execute()
}

export function countUsages(db: Reader, id: string): Promise<UsagesReseau> {
  return db
    .selectFrom('reseau')
    .where('id', '=', id)
    .select([
      sql<number>`(SELECT count(*) FROM reseauMembre WHERE reseauId = ${id})`.as('membres'),
      sql<number>`(SELECT count(*) FROM affectationReseau WHERE reseauId = ${id})`.as('affectations'),
      sql<number>`(SELECT count(*) FROM lettreReseau WHERE reseauId = ${id})`.as('lettres'),
    ])
    .executeTakeFirstOrThrow()
}

export async function insertReseau(db: Database, reseau: Reseau): Promise<void> {
  await db.insertInto('reseau').values(reseau).execute()
}

export async function updateReseau(db: Database, id: string, champs: Partial<Reseau>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('reseau').set(champs).where('id', '=', id).execute()
}

export async function deleteReseau(db: Database, id: string): Promise<void> {
  await db.deleteFrom('prochaineAction').where('sujet', '=', 'reseau').where('sujetId', '=', id).execute()
  await db.deleteFrom('reseau').where('id', '=', id).execute()
}

export async function getMembre(db: Reader, id: string): Promise<ReseauMembre> {
  const membre = await db.selectFrom('reseauMembre').selectAll().where('id', '=', id).executeTakeFirst()
  if (!membre) throw new AppError('notFound', 'Cet établissement n’est plus membre de ce réseau.')
  return membre
}

export async function insertMembre(db: Database, membre: ReseauMembre): Promise<void> {
  await db.insertInto('reseauMembre').values(membre).execute()
}

export async function updateMembre(db: Database, id: string, champs: Partial<ReseauMembre>): Promise<void> {
  await db.updateTable('reseauMembre').set(champs).where('id', '=', id).execute()
}

export async function deleteMembre(db: Database, id: string): Promise<void> {
  await db.deleteFrom('reseauMembre').where('id', '=', id).execute()
}
