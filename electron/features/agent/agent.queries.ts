import { AppError } from '../../../shared/app-error'
import type { Affectation, AffectationReseau } from '../../../shared/domain/affectation/affectation'
import type { Agent } from '../../../shared/domain/agent/agent'
import type { InterventionDAgent } from '../../../shared/domain/agent/agent.contract'
import type { AnneeScolaire } from '../../../shared/domain/annee-scolaire/annee-scolaire'
import { repond } from '../../database/recherche/repond'
import type { Database, Reader } from '../../database/tables'

const foundAtMost = 20

export async function getAgent(db: Reader, id: string): Promise<Agent> {
  const agent = await db.selectFrom('agent').selectAll().where('id', '=', id).executeTakeFirst()
  if (!agent) throw new AppError('notFound', 'Cet agent n’existe plus dans le registre.')
  return agent
}

export async function getAnnee(db: Reader, id: string): Promise<AnneeScolaire> {
  const annee = await db.selectFrom('anneeScolaire').selectAll().where('id', '=', id).executeTakeFirst()
  if (!annee)
    throw new AppError(
      'notFound',
      `L’année scolaire ${id} n’est pas ouverte dans ce registre. Ajoutez-la dans les paramètres.`,
    )
  return annee
}

/** Who serves in a school year, or who does not, in the order of names, with the terms of their statut and corps. */
export function listAgents(db: Reader, { anneeId, sansAffectation }: { anneeId: string; sansAffectation: boolean }) {
  return db
    .selectFrom('agent')
    .leftJoin('vocabulaire as statut', 'statut.id', 'agent.statutId')
    .leftJoin('vocabulaire as corps', 'corps.id', 'agent.corpsId')
    .select(['agent.id', 'agent.civilite', 'agent.nom', 'agent.prenom', 'agent.courriel', 'agent.telephone'])
    .select(['agent.cplds', 'agent.contratFinLe'])
    .select([
      'statut.libelle as statutLibelle',
      'statut.libelleFeminin as statutFeminin',
      'statut.abrege as statutAbrege',
    ])
    .select(['statut.categorie as statutCategorie'])
    .select(['corps.libelle as corpsLibelle', 'corps.libelleFeminin as corpsFeminin', 'corps.abrege as corpsAbrege'])
    .where((where) => {
      const served = where.selectFrom('affectation').select('agentId').where('anneeId', '=', anneeId)
      return where('agent.id', sansAffectation ? 'not in' : 'in', served)
    })
    .orderBy('agent.cleTri')
    .orderBy('agent.id')
    .execute()
}

/** How many agents serve in a school year, and how many do not. */
export async function countAgents(db: Reader, anneeId: string): Promise<{ affectes: number; sansAffectation: number }> {
  const { tous } = await db
    .selectFrom('agent')
    .select((expression) => expression.fn.countAll<number>().as('tous'))
    .executeTakeFirstOrThrow()
  const { affectes } = await db
    .selectFrom('affectation')
    .select((expression) => expression.fn.count<number>('agentId').distinct().as('affectes'))
    .where('anneeId', '=', anneeId)
    .executeTakeFirstOrThrow()
  return { affectes, sansAffectation: tous - affectes }
}

/** Services with everything their display names; of one person, or of one school year. */
export function listAffectations(db: Reader, { agentId, anneeId }: { agentId?: string; anneeId?: string }) {
  return db
    .selectFrom('affectation')
    .innerJoin('agent', 'agent.id', 'affectation.agentId')
    .innerJoin('vocabulaire as role', 'role.id', 'affectation.roleId')
    .innerJoin('vocabulaire as regime', 'regime.id', 'affectation.regimeId')
    .leftJoin('vocabulaire as corps', 'corps.id', 'agent.corpsId')
    .leftJoin('etablissement as residence', 'residence.id', 'affectation.residenceId')
    .selectAll('affectation')
    .select(['agent.civilite', 'corps.heures as corpsOrsHebdo'])
    .select(['role.libelle as roleLibelle', 'role.libelleFeminin as roleFeminin', 'role.abrege as roleAbrege'])
    .select(['role.categorie as roleCategorie'])
    .select(['regime.libelle as regimeLibelle', 'regime.abrege as regimeAbrege'])
    .select(['regime.categorie as regimeCategorie', 'regime.heures as regimeHeures'])
    .select(['residence.uai as residenceUai', 'residence.nom as residenceNom', 'residence.commune as residenceCommune'])
    .$if(agentId !== undefined, (query) => query.where('affectation.agentId', '=', agentId ?? ''))
    .$if(anneeId !== undefined, (query) => query.where('affectation.anneeId', '=', anneeId ?? ''))
    .orderBy('affectation.anneeId', 'desc')
    .orderBy('affectation.quotite', 'desc')
    .orderBy('role.ordre')
    .orderBy('affectation.debutLe')
    .orderBy('affectation.id')
    .execute()
}

export type LigneAffectation = Awaited<ReturnType<typeof listAffectations>>[number]

/** Networks of those same services. */
export function listReseauxDAffectations(db: Reader, { agentId, anneeId }: { agentId?: string; anneeId?: string }) {
  return db
    .selectFrom('affectationReseau')
    .innerJoin('affectation', 'affectation.id', 'affectationReseau.affectationId')
    .innerJoin('reseau', 'reseau.id', 'affectationReseau.reseauId')
    .select(['affectationReseau.affectationId', 'reseau.id', 'reseau.nom'])
    .$if(agentId !== undefined, (query) => query.where('affectation.agentId', '=', agentId ?? ''))
    .$if(anneeId !== undefined, (query) => query.where('affectation.anneeId', '=', anneeId ?? ''))
    .orderBy('reseau.cleTri')
    .execute()
}

/** Letters of one person (every version), or of one school year. */
export function listLettres(db: Reader, { agentId, anneeId }: { agentId?: string; anneeId?: string }) {
  return db
    .selectFrom('lettreDeMission')
    .innerJoin('agent', 'agent.id', 'lettreDeMission.agentId')
    .innerJoin('vocabulaire as role', 'role.id', 'lettreDeMission.roleId')
    .select(['lettreDeMission.id', 'lettreDeMission.agentId', 'lettreDeMission.anneeId', 'lettreDeMission.roleId'])
    .select(['lettreDeMission.etat', 'lettreDeMission.active'])
    .select(['lettreDeMission.nature', 'lettreDeMission.numeroAvenant'])
    .select(['lettreDeMission.dateEffetLe', 'lettreDeMission.finLe', 'lettreDeMission.signeeLe'])
    .select(['agent.civilite', 'role.libelle as roleLibelle', 'role.libelleFeminin as roleFeminin'])
    .$if(agentId !== undefined, (query) => query.where('lettreDeMission.agentId', '=', agentId ?? ''))
    .$if(anneeId !== undefined, (query) =>
      query.where('lettreDeMission.anneeId', '=', anneeId ?? '').where('lettreDeMission.active', '=', 1),
    )
    .orderBy('lettreDeMission.anneeId', 'desc')
    .orderBy('lettreDeMission.active', 'desc')
    .orderBy('lettreDeMission.version', 'desc')
    .execute()
}

export type LigneLettre = Awaited<ReturnType<typeof listLettres>>[number]

/** Places of intervention of somebody's active letters, the latest year first. */
export function listInterventions(db: Reader, agentId: string): Promise<InterventionDAgent[]> {
  return db
    .selectFrom('lettreEtablissement as lieu')
    .innerJoin('lettreDeMission as lettre', 'lettre.id', 'lieu.lettreId')
    .innerJoin('etablissement', 'etablissement.id', 'lieu.etablissementId')
    .leftJoin('vocabulaire as nature', 'nature.id', 'lieu.natureId')
    .select(['lieu.id', 'lieu.lettreId', 'lieu.etablissementId', 'lieu.volume', 'lieu.uniteVolume', 'lettre.anneeId'])
    .select(['etablissement.nom', 'etablissement.commune', 'nature.libelle as nature'])
    .where('lettre.agentId', '=', agentId)
    .where('lettre.active', '=', 1)
    .orderBy('lettre.anneeId', 'desc')
    .orderBy('lieu.ordre')
    .execute()
}

/** The weekly teaching maximum of somebody's corps. */
export async function findOrsDuCorps(db: Reader, corpsId: string | null): Promise<number | null> {
  if (corpsId === null) return null
  const corps = await db.selectFrom('vocabulaire').select('heures').where('id', '=', corpsId).executeTakeFirst()
  return corps?.heures ?? null
}

/** Names where every typed word begins a word; an empty text finds the first names. */
export function searchAgents(db: Reader, texte: string) {
  return db
    .selectFrom('agent')
    .leftJoin('vocabulaire as statut', 'statut.id', 'agent.statutId')
    .leftJoin('vocabulaire as corps', 'corps.id', 'agent.corpsId')
    .select(['agent.id', 'agent.nom', 'agent.prenom', 'agent.civilite'])
    .select([
      'statut.libelle as statutLibelle',
      'statut.libelleFeminin as statutFeminin',
      'corps.abrege as corpsAbrege',
    ])
    .where(repond('agent.cleRecherche', texte))
    .orderBy('agent.cleTri')
    .orderBy('agent.id')
    .limit(foundAtMost)
    .execute()
}

/** What stands on somebody's record. */
export async function countUses(db: Reader, agentId: string): Promise<{ affectations: number; lettres: number }> {
  const count = async (table: 'affectation' | 'lettreDeMission'): Promise<number> => {
    const { nombre } = await db
      .selectFrom(table)
      .select((expression) => expression.fn.countAll<number>().as('nombre'))
      .where('agentId', '=', agentId)
      .executeTakeFirstOrThrow()
    return nombre
  }
  return { affectations: await count('affectation'), lettres: await count('lettreDeMission') }
}

export async function insertAgent(db: Database, agent: Agent): Promise<void> {
  await db.insertInto('agent').values(agent).execute()
}

export async function insertAffectation(
  db: Database,
  { affectation, reseaux }: { affectation: Affectation; reseaux: AffectationReseau[] },
): Promise<void> {
  await db.insertInto('affectation').values(affectation).execute()
  if (reseaux.length > 0) await db.insertInto('affectationReseau').values(reseaux).execute()
}

export async function updateAgent(db: Database, id: string, champs: Partial<Agent>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('agent').set(champs).where('id', '=', id).execute()
}

/** Somebody's next actions go with them. */
export async function deleteAgent(db: Database, id: string): Promise<void> {
  await db.deleteFrom('prochaineAction').where('sujet', '=', 'agent').where('sujetId', '=', id).execute()
  await db.deleteFrom('operationFseAgent').where('agentId', '=', id).execute()
  await db.deleteFrom('agent').where('id', '=', id).execute()
}
