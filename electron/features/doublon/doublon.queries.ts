import type { AgentCompare } from '../../../shared/domain/doublon/agents'
import type { DoublonEcarte, SujetDeDoublon } from '../../../shared/domain/doublon/doublon'
import type { EtablissementCompare } from '../../../shared/domain/doublon/etablissements'
import { grouperPar } from '../../../shared/grouper'
import type { Database, Reader } from '../../database/tables'

/** People with what they are compared by. */
export async function listAgentsCompares(db: Reader): Promise<AgentCompare[]> {
  const agents = await db.selectFrom('agent').select(['id', 'nom', 'prenom', 'courriel']).orderBy('cleTri').execute()
  const residences = await db
    .selectFrom('affectation')
    .select(['agentId', 'residenceId'])
    .distinct()
    .where('residenceId', 'is not', null)
    .execute()
  const parAgent = grouperPar(residences, ({ agentId }) => agentId)
  return agents.map((agent) => ({
    ...agent,
    residenceIds: (parAgent.get(agent.id) ?? []).flatMap(({ residenceId }) => residenceId ?? []),
  }))
}

export function listEtablissementsCompares(db: Reader): Promise<EtablissementCompare[]> {
  return db.selectFrom('etablissement').select(['id', 'nom', 'commune', 'nature', 'etat']).orderBy('cleTri').execute()
}

export function listEcartes(db: Reader, sujet: SujetDeDoublon): Promise<DoublonEcarte[]> {
  return db.selectFrom('doublonEcarte').selectAll().where('sujet', '=', sujet).execute()
}

/** Already set aside: left as it is. */
export async function insertEcarte(db: Database, ecarte: DoublonEcarte): Promise<void> {
  await db
    .insertInto('doublonEcarte')
    .values(ecarte)
    .onConflict((conflict) => conflict.columns(['sujet', 'premierId', 'secondId']).doNothing())
    .execute()
}

/** What was said of a record that is no more. */
export async function deleteEcartesDe(db: Database, sujet: SujetDeDoublon, id: string): Promise<void> {
  await db
    .deleteFrom('doublonEcarte')
    .where('sujet', '=', sujet)
    .where(({ or, eb }) => or([eb('premierId', '=', id), eb('secondId', '=', id)]))
    .execute()
}

export function listAppartenancesDe(db: Reader, etablissementIds: readonly string[]) {
  return db.selectFrom('reseauMembre').selectAll().where('etablissementId', 'in', etablissementIds).execute()
}

export function listLettresDe(db: Reader, agentId: string) {
  return db
    .selectFrom('lettreDeMission as lettre')
    .innerJoin('vocabulaire as role', 'role.id', 'lettre.roleId')
    .select(['lettre.id', 'lettre.anneeId', 'lettre.roleId', 'lettre.version', 'lettre.active', 'lettre.etat'])
    .select(['role.libelle as role'])
    .where('lettre.agentId', '=', agentId)
    .orderBy('lettre.anneeId')
    .orderBy('lettre.version')
    .execute()
}

export function listServicesDe(db: Reader, agentId: string) {
  return db
    .selectFrom('affectation')
    .innerJoin('vocabulaire as role', 'role.id', 'affectation.roleId')
    .select(['affectation.id', 'affectation.anneeId', 'affectation.roleId', 'role.libelle as role'])
    .where('affectation.agentId', '=', agentId)
    .execute()
}

export function listInterventionsDe(db: Reader, etablissementId: string) {
  return db
    .selectFrom('lettreEtablissement')
    .innerJoin('lettreDeMission', 'lettreDeMission.id', 'lettreEtablissement.lettreId')
    .innerJoin('agent', 'agent.id', 'lettreDeMission.agentId')
    .selectAll('lettreEtablissement')
    .select(['agent.nom', 'agent.prenom', 'lettreDeMission.anneeId'])
    .where('lettreEtablissement.etablissementId', '=', etablissementId)
    .execute()
}
