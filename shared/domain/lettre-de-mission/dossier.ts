import type { Civilite } from '../agent/agent'
import type { EtatVisa } from '../vocabulaire/visa'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import type { OperationFse } from '../fse/fse'
import type { Difference } from './difference'
import type { PartDeTemps } from '../affectation/quotites'
import type {
  LettreDeMission,
  LettreDomaine,
  LettreEtablissement,
  LettreFse,
  LettreObjectif,
  LettreReseau,
  LettreSignataire,
  LettreVisa,
} from './lettre-de-mission'

/** A term of the académie's lists as a letter cites it. */
export interface TermeCite {
  code: string
  libelle: string
  libelleFeminin: string | null
  abrege: string | null
}

export interface EtablissementCite {
  uai: string
  nom: string
  commune: string
  type: string
  departement: string
  fermeLe: string | null
}

/** A text of reference, in force or not on the letter's day of effect, and the one to cite instead. */
export type VisaCite = LettreVisa &
  TermeCite & {
    actif: 0 | 1
    etat: EtatVisa
    finLe: string | null
    remplacant: Pick<Vocabulaire, 'id' | 'libelle' | 'abrege'> | null
  }

/** Who the letter is for. */
export interface AgentCite {
  civilite: Civilite | null
  nom: string
  prenom: string
  grade: string
  corps: TermeCite | null
  /** Weekly teaching maximum of the corps, for the hours due. */
  corpsOrsHebdo: number | null
  statut: (TermeCite & { categorie: string | null }) | null
  contratFinLe: string | null
  cleTri: string
}

/** An FSE operation as a letter cites it. */
export interface OperationCitee {
  numero: string
  intitule: string
  programme: string
  operationDebutLe: string
  operationFinLe: string
  operationEtat: OperationFse['etat']
  /** Identifiers of the agents that its financial annex lists; none when it is not typed in. */
  operationAgents: readonly string[]
}

/** What an avenant or a replacement is about: the text before it, and what differs from it. */
export interface Amende {
  lettreId: string
  version: number
  nature: LettreDeMission['nature']
  numeroAvenant: number
  etablieLe: string | null
  reference: string
  differences: Difference[]
}

/**
 * A letter with everything that it cites: flat facts, no wording. The list, the editor, the rules and the printed
 * letter all read this, so they cannot disagree.
 */
export interface DossierLettre {
  lettre: LettreDeMission
  agent: AgentCite
  role: TermeCite
  regime: TermeCite & { categorie: 'annuel' | 'hebdomadaire' | 'mixte'; heures: number }
  residence: EtablissementCite | null
  etablissements: (LettreEtablissement & EtablissementCite & { nature: TermeCite | null })[]
  domaines: (LettreDomaine & TermeCite)[]
  objectifs: LettreObjectif[]
  visas: VisaCite[]
  signataires: (LettreSignataire & { code: string | null })[]
  reseaux: (LettreReseau & { nom: string; animateur: string })[]
  fse: (LettreFse & OperationCitee)[]
  /** Shares that the agent's other active letters give to operations, whatever their year. */
  autresFse: (Pick<LettreFse, 'operationId' | 'pourcentage' | 'debutLe' | 'finLe'> &
    Pick<OperationCitee, 'numero' | 'intitule'>)[]
  /** The agent's other active letters of the year. */
  autres: (PartDeTemps & { roleId: string })[]
  /** The text that an avenant amends or that a replacement cancels; null for a letter of its own. */
  amende: Amende | null
}

/** A letter's own content: all but what surrounds it. */
export type Contenu = Omit<DossierLettre, 'autres' | 'autresFse' | 'amende'>

/** Unit of the hours due and of the hours by domain. */
export const uniteHeures = ({ regime }: Pick<DossierLettre, 'regime'>): 'an' | 'semaine' =>
  regime.categorie === 'hebdomadaire' ? 'semaine' : 'an'

/** Σ of the hours by domain; null when nothing is spread (they are indicative). */
export function heuresReparties({ domaines }: Pick<DossierLettre, 'domaines'>): number | null {
  const somme = domaines.reduce((total, { heures }) => total + heures, 0)
  return somme === 0 ? null : Number(somme.toFixed(4))
}
