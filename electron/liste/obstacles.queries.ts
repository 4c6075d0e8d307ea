import { type RawBuilder, sql } from 'kysely'
import type { Obstacle } from '../../shared/domain/liste/suppression.contract'
import { majusculeInitiale, nomAffiche } from '../../shared/text'
import type { Reader } from '../database/tables'

/** Rows of each kind that an answer carries at most: the sentence says how many there are. */
const auPlus = 50

/** A subquery that gives ids, as `in` takes it. */
const parmi = (ids: RawBuilder<unknown>) => sql<string>`(${ids})`

/** « Lettre 2026-2027 » on the record of its agent, « CARADEC Inès, lettre 2026-2027 » elsewhere. */
const dire = (quoi: string, anneeId: string, agent: { nom: string; prenom: string }, leSien: boolean): string =>
  leSien ? majusculeInitiale(`${quoi} ${anneeId}`) : `${nomAffiche(agent)}, ${quoi} ${anneeId}`

/** Letters whose ids a subquery selects, the latest year first. */
export async function lettresObstacles(db: Reader, ids: RawBuilder<unknown>, leSien = false): Promise<Obstacle[]> {
  const lettres = await db
    .selectFrom('lettreDeMission')
    .innerJoin('agent', 'agent.id', 'lettreDeMission.agentId')
    .select(['lettreDeMission.id', 'lettreDeMission.anneeId', 'agent.nom', 'agent.prenom'])
    .where('lettreDeMission.id', 'in', parmi(ids))
    .orderBy('lettreDeMission.anneeId', 'desc')
    .orderBy('agent.cleTri')
    .limit(auPlus)
    .execute()
  return lettres.map(({ id, anneeId, ...agent }) => ({
    fiche: 'lettre',
    id,
    libelle: dire('lettre', anneeId, agent, leSien),
  }))
}

/** Services whose ids a subquery selects: the records of their agents hold them. */
export async function affectationsObstacles(db: Reader, ids: RawBuilder<unknown>, leSien = false): Promise<Obstacle[]> {
  const affectations = await db
    .selectFrom('affectation')
    .innerJoin('agent', 'agent.id', 'affectation.agentId')
    .select(['agent.id', 'affectation.anneeId', 'agent.nom', 'agent.prenom'])
    .where('affectation.id', 'in', parmi(ids))
    .orderBy('affectation.anneeId', 'desc')
    .orderBy('agent.cleTri')
    .limit(auPlus)
    .execute()
  return affectations.map(({ id, anneeId, ...agent }) => ({
    fiche: leSien ? null : 'agent',
    id,
    libelle: dire('affectation', anneeId, agent, leSien),
  }))
}

/** Networks or établissements whose ids a subquery selects. */
export async function nommesObstacles(
  db: Reader,
  fiche: 'reseau' | 'etablissement',
  ids: RawBuilder<unknown>,
): Promise<Obstacle[]> {
  const nommes = await db
    .selectFrom(fiche)
    .select(['id', 'nom'])
    .where('id', 'in', parmi(ids))
    .orderBy('cleTri')
    .limit(auPlus)
    .execute()
  return nommes.map(({ id, nom }) => ({ fiche, id, libelle: nom }))
}
