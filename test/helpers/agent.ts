import { v7 as newId } from 'uuid'
import type { Affectation } from '../../shared/domain/affectation/affectation'
import type { Agent } from '../../shared/domain/agent/agent'
import type { AgentDeListe } from '../../shared/domain/agent/agent.contract'
import { clesAgent } from '../../shared/domain/agent/cles'
import { pageDeListe } from '../../shared/domain/liste/liste.contract'
import type { ListeVocabulaire, Vocabulaire } from '../../shared/domain/vocabulaire/vocabulaire'
import type { TestRegistre } from './registre'

/** A term of the seeded lists, by its code: `terme(r, 'role', 'FORM')`. */
export function terme(r: TestRegistre, liste: ListeVocabulaire, code: string): Promise<Vocabulaire> {
  return r.db
    .selectFrom('vocabulaire')
    .selectAll()
    .where('liste', '=', liste)
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
}

/** Who serves in a school year, or who does not, as their list shows them. */
export async function listerAgents(
  r: TestRegistre,
  contexte: { anneeId: string; sansAffectation?: boolean },
  options: { auJour?: string } = {},
): Promise<AgentDeListe[]> {
  return (await r.call(pageDeListe, { liste: 'agents', contexte, nombre: 1000 }, options)).lignes as AgentDeListe[]
}

/** A fictional person, written straight into the register. */
export async function insertAgent(r: TestRegistre, overrides: Partial<Agent> = {}): Promise<Agent> {
  const nom = overrides.nom ?? 'Caradec'
  const prenom = overrides.prenom ?? 'Inès'
  const agent: Agent = {
    id: newId(),
    civilite: 'madame',
    nom,
    prenom,
    courriel: '',
    telephone: '',
    statutId: null,
    corpsId: null,
    grade: '',
    discipline: '',
    echelon: null,
    echelonLe: null,
    contratFinLe: null,
    cplds: 'non',
    priseFonctionLe: null,
    observations: '',
    ...clesAgent({ nom, prenom }),
    ...overrides,
  }
  await r.db.insertInto('agent').values(agent).execute()
  return agent
}

/** A whole-year, full-time service of coordonnateur de réseau at 1 404 h, unless said otherwise. */
export async function insertAffectation(
  r: TestRegistre,
  agentId: string,
  overrides: Partial<Affectation> = {},
): Promise<Affectation> {
  const anneeId = overrides.anneeId ?? '2026-2027'
  const affectation: Affectation = {
    id: newId(),
    agentId,
    anneeId,
    roleId: (await terme(r, 'role', 'COORD_RESEAU')).id,
    quotite: 100,
    regimeId: (await terme(r, 'regimeService', 'H1404')).id,
    heuresEnseignementHebdo: null,
    residenceId: null,
    debutLe: `${anneeId.slice(0, 4)}-09-01`,
    finLe: `${anneeId.slice(5)}-08-31`,
    observations: '',
    ...overrides,
  }
  await r.db.insertInto('affectation').values(affectation).execute()
  return affectation
}
