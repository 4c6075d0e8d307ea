import { AppError } from '../../app-error'
import { typographier } from '../../typographie'
import { heuresDues } from '../affectation/heures-dues'
import type { Affectation } from '../affectation/affectation'
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

/** A service and what its letter takes from it. */
export interface ServiceAEcrire {
  affectation: Affectation
  /** « HAMON Nadège », for sentences. */
  agentNom: string
  /** Code of the model that its rôle calls for; null when it gets no letter. */
  modele: string | null
  regime: { categorie: 'annuel' | 'hebdomadaire' | 'mixte'; heures: number | null }
  corpsOrsHebdo: number | null
  reseauIds: readonly string[]
  /** An active letter already answers this service. */
  dejaActive: boolean
  /** Greatest version ever written for this agent, year and rôle; 0 when none. */
  derniereVersion: number
}

/** What the académie proposes in every new letter. */
export interface PropositionsLettre {
  domaineIds: readonly string[]
  visaIds: readonly string[]
  signataires: readonly Pick<LettreSignataire, 'signataireId' | 'qualite' | 'nom'>[]
  /** '' when the académie numbers by itself. */
  reference: string
}

/** A letter to write, with every row that belongs to it. */
export interface NouvelleLettre {
  lettre: LettreDeMission
  etablissements: LettreEtablissement[]
  domaines: LettreDomaine[]
  objectifs: LettreObjectif[]
  visas: LettreVisa[]
  signataires: LettreSignataire[]
  reseaux: LettreReseau[]
  fse: LettreFse[]
}

/** « DRAIO/MLDS/2026-2027/012 »; '' without a prefix. */
export const referenceSuivante = (prefixe: string, anneeId: string, rang: number): string =>
  prefixe === '' ? '' : `${prefixe}/${anneeId}/${String(rang).padStart(3, '0')}`

/** Next number of the year's references, after the greatest one that the académie's prefix begins. */
export function rangSuivant(references: readonly string[], prefixe: string, anneeId: string): number {
  const debut = `${prefixe}/${anneeId}/`
  const rangs = references
    .filter((reference) => reference.startsWith(debut))
    .map((reference) => Number(reference.slice(debut.length)))
  return Math.max(0, ...rangs.filter(Number.isInteger)) + 1
}

/**
 * The draft that a service calls for. Hours by domain are left at zero: nothing is spread until somebody decides it.
 * Throws `forbidden` when it gets no letter or has one, `invalid` when the hours due lack something.
 */
export function ecrireLettre(
  service: ServiceAEcrire,
  { domaineIds, visaIds, signataires, reference }: PropositionsLettre,
  newId: () => string,
): NouvelleLettre {
  const lettre = ecrireBrouillon(service, reference, newId())
  const lettreId = lettre.id
  return {
    lettre,
    etablissements: [],
    objectifs: [],
    fse: [],
    domaines: domaineIds.map((domaineId, rang) => ({
      id: newId(),
      lettreId,
      domaineId,
      heures: 0,
      activites: '',
      ordre: rang + 1,
    })),
    visas: visaIds.map((visaId, rang) => ({ id: newId(), lettreId, visaId, ordre: rang + 1 })),
    signataires: signataires.map((ligne, rang) => ({
      ...ligne,
      id: newId(),
      lettreId,
      ordre: rang + 1,
      signeLe: null,
    })),
    reseaux: service.reseauIds.map((reseauId) => ({ id: newId(), lettreId, reseauId })),
  }
}

function ecrireBrouillon(service: ServiceAEcrire, reference: string, id: string): LettreDeMission {
  const { affectation, agentNom, modele, regime, corpsOrsHebdo, derniereVersion } = service
  const { agentId, anneeId, roleId, quotite, regimeId, residenceId, heuresEnseignementHebdo } = affectation
  if (modele === null) {
    const raison = `Le rôle de ${agentNom} n’a pas de lettre de mission : aucun modèle ne lui est proposé. Rien n’a été créé.`
    throw new AppError('forbidden', typographier(raison))
  }
  if (service.dejaActive) {
    throw new AppError(
      'forbidden',
      `${agentNom} a déjà une lettre active pour ce rôle en ${anneeId}. Rien n’a été créé.`,
    )
  }
  const { heures } = heuresDues({ regime, quotite, corpsOrsHebdo, heuresEnseignementHebdo })
  const droits = { agentId, anneeId, roleId, modele, quotite, regimeId, residenceId, heuresDues: heures }
  const textes = { perimetre: '', instances: '', moyens: '', suivi: '', observations: '' }
  const dates = {
    etablieLe: null,
    dateEffetLe: affectation.debutLe,
    finLe: affectation.finLe,
    envoyeeLe: null,
    signeeLe: null,
  }
  const vie = {
    version: derniereVersion + 1,
    nature: 'initiale',
    numeroAvenant: 0,
    motif: '',
    remplaceId: null,
    etat: 'brouillon',
    active: 1,
    heuresMasquees: 0,
  } as const
  return { id, reference, ...droits, ...textes, ...dates, ...vie }
}
