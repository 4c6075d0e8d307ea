import { AppError } from '../../../shared/app-error'
import type { Affectation, AffectationReseau } from '../../../shared/domain/affectation/affectation'
import type { ServiceAReconduire } from '../../../shared/domain/affectation/reconduction'
import { aUnContrat } from '../../../shared/domain/agent/regles'
import type { AnneeScolaire } from '../../../shared/domain/annee-scolaire/annee-scolaire'
import type { CategorieStatut } from '../../../shared/domain/vocabulaire/vocabulaire'
import { grouperPar } from '../../../shared/grouper'
import { nomAffiche } from '../../../shared/text'
import { parmi } from '../../database/parmi'
import type { Database, Reader } from '../../database/tables'

export async function getAffectation(db: Reader, id: string): Promise<Affectation> {
  const affectation = await db.selectFrom('affectation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!affectation) throw new AppError('notFound', 'Cette affectation n’existe plus dans le registre.')
  return affectation
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

/** True when the agent still has another service of this rôle that year. */
export async function hasSameRole(db: Reader, { id, agentId, anneeId, roleId }: Affectation): Promise<boolean> {
  const other = await db
    .selectFrom('affectation')
    .select('id')
    .where('agentId', '=', agentId)
    .where('anneeId', '=', anneeId)
    .where('roleId', '=', roleId)
    .where('id', '<>', id)
    .executeTakeFirst()
  return other !== undefined
}

export async function hasActiveLettre(db: Reader, { agentId, anneeId, roleId }: Affectation): Promise<boolean> {
  const lettre = await db
    .selectFrom('lettreDeMission')
    .select('id')
    .where('agentId', '=', agentId)
    .where('anneeId', '=', anneeId)
    .where('roleId', '=', roleId)
    .where('active', '=', 1)
    .executeTakeFirst()
  return lettre !== undefined
}

/** The services of some agents in a school year. */
export async function listIdsDAgents(
  db: Reader,
  { agentIds, depuis }: { agentIds: readonly string[]; depuis: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('affectation')
    .select('id')
    .where('anneeId', '=', depuis)
    .where('agentId', 'in', parmi(agentIds))
    .execute()
  return rows.map(({ id }) => id)
}

/** Services to carry over, with the networks still in activity and what their contract says. */
export async function listServices(db: Reader, ids: readonly string[]): Promise<ServiceAReconduire[]> {
  const rows = await db
    .selectFrom('affectation')
    .innerJoin('agent', 'agent.id', 'affectation.agentId')
    .leftJoin('vocabulaire as statut', 'statut.id', 'agent.statutId')
    .selectAll('affectation')
    .select(['agent.nom', 'agent.prenom', 'agent.contratFinLe', 'statut.categorie as statutCategorie'])
    .where('affectation.id', 'in', parmi(ids))
    .orderBy('agent.cleTri')
    .orderBy('affectation.quotite', 'desc')
    .execute()
  const reseaux = await db
    .selectFrom('affectationReseau')
    .innerJoin('reseau', 'reseau.id', 'affectationReseau.reseauId')
    .select(['affectationReseau.affectationId', 'affectationReseau.reseauId'])
    .where('affectationReseau.affectationId', 'in', parmi(ids))
    .where('reseau.actif', '=', 1)
    .execute()
  const parService = grouperPar(reseaux, ({ affectationId }) => affectationId)
  return rows.map(({ nom, prenom, statutCategorie, ...row }) => ({
    ...row,
    agentNom: nomAffiche({ nom, prenom }),
    contratSuivi: aUnContrat(statutCategorie as CategorieStatut | null),
    reseauIds: (parService.get(row.id) ?? []).map(({ reseauId }) => reseauId),
  }))
}

export function listPresents(db: Reader, anneeId: string): Promise<Pick<Affectation, 'agentId' | 'roleId'>[]> {
  return db.selectFrom('affectation').select(['agentId', 'roleId']).where('anneeId', '=', anneeId).execute()
}

export async function insertAffectation(
  db: Database,
  affectation: Affectation,
  reseaux: readonly AffectationReseau[],
): Promise<void> {
  await db.insertInto('affectation').values(affectation).execute()
  await insertReseaux(db, reseaux)
}

export async function insertReseaux(db: Database, reseaux: readonly AffectationReseau[]): Promise<void> {
  if (reseaux.length > 0) await db.insertInto('affectationReseau').values(reseaux).execute()
}

export async function updateAffectation(db: Database, id: string, champs: Partial<Affectation>): Promise<void> {
  if (Object.keys(champs).length > 0) await db.updateTable('affectation').set(champs).where('id', '=', id).execute()
}

export async function deleteReseaux(db: Database, affectationId: string): Promise<void> {
  await db.deleteFrom('affectationReseau').where('affectationId', '=', affectationId).execute()
}

export async function deleteAffectation(db: Database, id: string): Promise<void> {
  await deleteReseaux(db, id)
  await db.deleteFrom('affectation').where('id', '=', id).execute()
}
