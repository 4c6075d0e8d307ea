import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { modification } from '../../modification'
import { anneeId, id } from '../../schema'
import type { Affectation } from '../affectation/affectation'
import { nouvelleAffectation } from '../affectation/affectation.contract'
import type { HeuresDues } from '../affectation/heures-dues'
import type { EtatLettre } from '../lettre-de-mission/lettre-de-mission'
import type { CategorieRole, CategorieStatut } from '../vocabulaire/vocabulaire'
import type { AvecProchaineAction } from '../prochaine-action/colonnes'
import { agent, type Agent } from './agent'

/** A service as lists and records show it: labels agreed with the person, hours due computed. */
export interface AffectationAffichee extends Affectation {
  role: string
  roleAbrege: string
  categorie: CategorieRole
  regime: string
  /** Null when something is missing; `heuresManquent` then says what. */
  heuresDues: HeuresDues | null
  heuresManquent: string | null
  residence: { id: string; uai: string; nom: string; commune: string } | null
  reseaux: { id: string; nom: string }[]
}

/** An active letter, as the list of agents shows it. */
export interface LettreDAgent {
  id: string
  anneeId: string
  roleId: string
  role: string
  /** « Lettre », « Avenant n° 1 », « Lettre de remplacement » (`nommerTexte`). */
  texte: string
  etat: EtatLettre
  active: 0 | 1
  dateEffetLe: string
  finLe: string
  signeeLe: string | null
}

export interface AgentDeListe
  extends
    Pick<Agent, 'id' | 'civilite' | 'nom' | 'prenom' | 'courriel' | 'telephone' | 'cplds' | 'contratFinLe'>,
    AvecProchaineAction {
  statut: string | null
  statutCategorie: CategorieStatut | null
  corps: string | null
  /** Services of the school year asked for, the greatest first; empty when there is none. */
  affectations: AffectationAffichee[]
  /** Greatest sum of quotités held at the same time in the year, in percent; null without a service. */
  quotite: number | null
  /** Active letters of that year. */
  lettres: LettreDAgent[]
}

/** How many agents serve that year: what the navigation shows. */
export const compterAgents = operation({
  name: 'agent.compter',
  kind: 'query',
  input: z.object({ anneeId }),
  output: returns<{ affectes: number; sansAffectation: number }>(),
})

/** A place of intervention that a letter of the person names. */
export interface InterventionDAgent {
  id: string
  lettreId: string
  anneeId: string
  etablissementId: string
  nom: string
  commune: string
  nature: string | null
  volume: number | null
  uniteVolume: 'heuresParAn' | 'joursParSemaine'
}

export interface FicheAgent {
  agent: Agent
  /** Weekly teaching maximum of the corps (ORS), null when it has none. */
  corpsOrsHebdo: number | null
  /** Every year, the latest first. */
  affectations: AffectationAffichee[]
  /** Every version, the latest year first. */
  lettres: LettreDAgent[]
  /** Places of intervention of the active letters, every year, the latest first. */
  interventions: InterventionDAgent[]
}

export const lireAgent = operation({
  name: 'agent.lire',
  kind: 'query',
  input: z.object({ id }),
  output: returns<FicheAgent>(),
})

const champsAgent = agent.omit({ id: true, cleTri: true, cleRecherche: true })

/** What is typed to create somebody: a name is enough. */
export const nouvelAgent = champsAgent.extend({
  civilite: agent.shape.civilite.default(null),
  courriel: agent.shape.courriel.default(''),
  telephone: agent.shape.telephone.default(''),
  statutId: agent.shape.statutId.default(null),
  corpsId: agent.shape.corpsId.default(null),
  grade: agent.shape.grade.default(''),
  discipline: agent.shape.discipline.default(''),
  echelon: agent.shape.echelon.default(null),
  echelonLe: agent.shape.echelonLe.default(null),
  contratFinLe: agent.shape.contratFinLe.default(null),
  cplds: agent.shape.cplds.default('non'),
  priseFonctionLe: agent.shape.priseFonctionLe.default(null),
  observations: agent.shape.observations.default(''),
})

/** Creates somebody, with their first service when it is known, in one step. */
export const creerAgent = operation({
  name: 'agent.creer',
  kind: 'command',
  input: nouvelAgent.extend({ affectation: nouvelleAffectation.omit({ agentId: true }).strict().optional() }).strict(),
  output: returns<Agent>(),
})

/** Writes the fields given, leaves the others. */
export const modifierAgent = operation({
  name: 'agent.modifier',
  kind: 'command',
  input: modification(champsAgent),
  output: returns<Agent>(),
})

/** Refused while services or letters stand on the record. */
export const supprimerAgent = operation({
  name: 'agent.supprimer',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

export interface AgentTrouve {
  id: string
  /** « CARADEC Inès ». */
  libelle: string
  /** What tells two namesakes apart: statut, corps. */
  detail: string
}

/** Completion: agents whose name has every typed word at the beginning of a word, the first twenty. */
export const chercherAgents = operation({
  name: 'agent.chercher',
  kind: 'query',
  input: z.object({ texte: z.string().max(200) }),
  output: returns<AgentTrouve[]>(),
})

export const agentContract = {
  [compterAgents.name]: compterAgents,
  [lireAgent.name]: lireAgent,
  [creerAgent.name]: creerAgent,
  [modifierAgent.name]: modifierAgent,
  [supprimerAgent.name]: supprimerAgent,
  [chercherAgents.name]: chercherAgents,
}
