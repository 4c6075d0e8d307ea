import type { EtatLettre } from '../lettre-de-mission/lettre-de-mission'

/** The year's facts, as selected from the register: flat, typed, without wording. The screen and the workbook share them. */
export interface FaitsDuBilan {
  academie: { nom: string; nomComplement: string; region: string; service: string }
  anneeId: string
  /** Day the networks are looked at: today, or the nearest day of the year. */
  jour: string
  affectations: AffectationDuBilan[]
  reseaux: ReseauDuBilan[]
  couverture: CouvertureDuBilan
  etablissements: EtablissementTouche[]
  /** Columns of the letters' hours: the académie's domaines or axes, in order. */
  domaines: { id: string; libelle: string }[]
  lettres: LettreDuBilan[]
  /** What the year's letters and objectives came to, by domaine or axe. */
  synthese: SyntheseDeDomaine[]
  operations: OperationDuBilan[]
}

export interface AffectationDuBilan {
  agentId: string
  nom: string
  prenom: string
  role: string
  categorie: 'coordonnateur' | 'formateur' | 'autre'
  statut: string
  corps: string
  grade: string
  /** Percent. */
  quotite: number
  /** Quotité over 100. */
  etp: number
  regime: string
  /** Decimal hours; null when they cannot be computed (mixed service without its weekly hours). */
  heuresDues: number | null
  uniteHeures: 'an' | 'semaine'
  residenceUai: string
  residenceNom: string
  departement: string
  reseaux: string
  debutLe: string
  finLe: string
  contratFinLe: string | null
  cplds: string
}

export interface ReseauDuBilan {
  id: string
  code: string
  nom: string
  type: string
  categorie: string
  departement: string
  bassin: string
  teteUai: string
  teteNom: string
  animateur: string
  nombreMembres: number
  nombreCoordonnateurs: number
  nombreFormateurs: number
  etp: number
}

export interface EtablissementCite {
  id: string
  uai: string
  nom: string
  type: string
  commune: string
  departement: string
}

export interface CouvertureDuBilan {
  /** Open public collèges, lycées and EREA of the register. */
  nombreACouvrir: number
  sansReseau: EtablissementCite[]
  enDouble: (EtablissementCite & { reseaux: string })[]
  sansCoordonnateur: { id: string; code: string; nom: string; type: string }[]
}

export interface EtablissementTouche extends EtablissementCite {
  educationPrioritaire: string
  reseaux: string
  nombreLettres: number
  agents: string
  gpds: boolean
}

export interface LettreDuBilan {
  id: string
  nom: string
  prenom: string
  role: string
  version: number
  etat: EtatLettre
  quotite: number
  regime: string
  heuresDues: number
  uniteHeures: 'an' | 'semaine'
  /** Decimal hours by domaine id. */
  heuresParDomaine: Record<string, number>
  totalHeures: number
  nombreEtablissements: number
  envoyeeLe: string | null
  signeeLe: string | null
  rapportDemandeLe: string | null
  rapportRecuLe: string | null
  /** Share of time given to FSE operations, percent; 0 when none. */
  pourcentageFse: number
}

/** One domaine or axe: hours of the letters (a year, a week's counted for the teaching weeks), objectives and their results. */
export interface SyntheseDeDomaine {
  domaine: string
  lettres: number
  heures: number
  objectifs: number
  atteints: number
  enPartie: number
  nonAtteints: number
  nonRenseignes: number
}

export interface OperationDuBilan {
  id: string
  numero: string
  intitule: string
  debutLe: string
  finLe: string
  taux: number
  regime: string
  /** Total eligible cost and resources, computed by the regime; cents. */
  coutPrevuCents: number
  coutRealiseCents: number
  lignes: {
    poste: string
    libellePoste: string
    sens: 'depense' | 'ressource'
    libelle: string
    prevuCents: number
    realiseCents: number
    justificatif: string
  }[]
}
