import { heuresDues } from '../../../shared/domain/affectation/heures-dues'
import type { Affectation } from '../../../shared/domain/affectation/affectation'
import type {
  EtatLettre,
  LettreDeMission,
  LettreDomaine,
  LettreEtablissement,
  LettreEvenement,
  LettreObjectif,
  LettreRapport,
  LettreReseau,
  LettreSignataire,
  LettreVisa,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { nommerSignataire } from '../../../shared/domain/lettre-de-mission/signature'
import { modelePourRole } from '../../../shared/domain/modele-lettre/choix'
import type { ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { ajouterJours } from '../../../shared/dates'
import { citerHorsReseau, etablissementsDe } from './lieux-des-lettres'
import type { Personnes } from './personnes'
import type { Chantier, Territoire } from './territoire'

export interface Lettres {
  lettres: LettreDeMission[]
  etablissements: LettreEtablissement[]
  domaines: LettreDomaine[]
  objectifs: LettreObjectif[]
  reseaux: LettreReseau[]
  visas: LettreVisa[]
  signataires: LettreSignataire[]
  evenements: LettreEvenement[]
  rapports: LettreRapport[]
}

interface Contexte {
  chantier: Chantier
  territoire: Territoire
  personnes: Personnes
  vocabulaires: readonly Vocabulaire[]
  modeles: readonly ModeleLu[]
}

/** Parts of prévention, intervention and remédiation, by kind of letter. */
const repartitions = { coordonnateur: [0.3, 0.4, 0.3], formateur: [0.2, 0.3, 0.5] } as const

const genreDe = ({ modele }: LettreDeMission): keyof typeof repartitions =>
  modele === 'formateur' ? 'formateur' : 'coordonnateur'

/** Posts whose letter of the year is still to be written: what a campaign proposes (two newcomers, four quotités, one alike). */
const sansLettre: ReadonlySet<number> = new Set([3, 11, 12, 21, 28, 39, 40])
/** Posts whose quotité changed after the letter: the quotité that the letter says (a draft, a signed one). */
const affectationsChangees: ReadonlyMap<number, number> = new Map([
  [15, 50],
  [16, 60],
])

/** One letter an affectation: those of the past year are closed, those of the present one at every step of their life. */
export function construireLettres(contexte: Contexte): Lettres {
  const lettres: Lettres = {
    lettres: [],
    etablissements: [],
    domaines: [],
    objectifs: [],
    reseaux: [],
    visas: [],
    signataires: [],
    evenements: [],
    rapports: [],
  }
  contexte.personnes.affectations.forEach((affectation, rang) => {
    const poste = Math.floor(rang / 2)
    const enCours = affectation.anneeId === '2026-2027'
    if (enCours && sansLettre.has(poste)) return
    const ecrite = (enCours && affectationsChangees.get(poste)) || affectation.quotite
    ajouterLettre(lettres, contexte, { ...affectation, quotite: ecrite }, rang)
  })
  citerHorsReseau(contexte.territoire, lettres)
  return lettres
}

function ajouterLettre(lettres: Lettres, contexte: Contexte, affectation: Affectation, rang: number): void {
  const { chantier, personnes, vocabulaires } = contexte
  const lettre = construireLettre(contexte, affectation, rang)
  const lettreId = lettre.id
  lettres.lettres.push(lettre)
  const rattaches = personnes.affectationReseaux.filter(({ affectationId }) => affectationId === affectation.id)
  lettres.reseaux.push(...rattaches.map(({ reseauId }) => ({ id: chantier.newId(), lettreId, reseauId })))
  lettres.etablissements.push(...etablissementsDe(contexte, lettre, rattaches))
  lettres.domaines.push(...domainesDe(contexte, lettre))
  lettres.objectifs.push(...objectifsDe(contexte, lettre))
  lettres.visas.push(
    ...vocabulaires
      .filter(({ liste, actif }) => liste === 'visa' && actif === 1)
      .map(({ id }, ordre) => ({ id: chantier.newId(), lettreId, visaId: id, ordre: ordre + 1 })),
  )
  const signataires = signatairesDe(contexte, lettre)
  lettres.signataires.push(...signataires)
  lettres.evenements.push(...evenementsDe(contexte, lettre, signataires))
  if (lettre.etat === 'close') lettres.rapports.push(rapportDe(contexte, lettre))
}

/** The dated steps of a letter, as the screens would have recorded them. */
function evenementsDe(
  { chantier }: Contexte,
  lettre: LettreDeMission,
  signataires: readonly LettreSignataire[],
): LettreEvenement[] {
  const pas = (etape: string, le: string | null, qui: string): LettreEvenement[] =>
    le === null
      ? []
      : [{ id: chantier.newId(), lettreId: lettre.id, etape, le, qui, motif: '', saisiAt: `${le}T08:00:00.000Z` }]
  const [premier] = signataires
  const signees = signataires.filter(({ signeLe }) => lettre.etat === 'signeeEnPartie' && signeLe !== null)
  const remise = lettre.signeeLe !== null && ['remise', 'close'].includes(lettre.etat)
  const juin = lettre.finLe.slice(0, 4)
  return [
    ...(lettre.etat === 'brouillon' || lettre.etablieLe === null
      ? []
      : pas('enConcertation', ajouterJours(lettre.etablieLe, -6), '')),
    ...pas('aLaSignature', lettre.envoyeeLe, premier ? nommerSignataire(premier) : ''),
    ...signees.flatMap((signataire) => pas('signature', signataire.signeLe, nommerSignataire(signataire))),
    ...pas('signee', lettre.signeeLe, ''),
    ...(remise && lettre.signeeLe !== null ? pas('remise', ajouterJours(lettre.signeeLe, 6), '') : []),
    ...(lettre.etat === 'close'
      ? [
          ...pas('bilanDemande', `${juin}-05-12`, ''),
          ...pas('bilanRecu', `${juin}-06-14`, ''),
          ...pas('close', `${juin}-07-02`, ''),
        ]
      : []),
  ]
}

function rapportDe({ chantier }: Contexte, lettre: LettreDeMission): LettreRapport {
  const juin = lettre.finLe.slice(0, 4)
  const dates = { demandeLe: `${juin}-05-12`, attenduLe: `${juin}-06-15`, recuLe: `${juin}-06-14` }
  return { id: chantier.newId(), lettreId: lettre.id, ...dates, fichierId: null, observations: '' }
}

const etatsEnCours: readonly EtatLettre[] = [
  'remise',
  'signee',
  'signee',
  'signeeEnPartie',
  'aLaSignature',
  'signee',
  'enConcertation',
  'brouillon',
]

function construireLettre(
  { chantier, vocabulaires, modeles }: Contexte,
  affectation: Affectation,
  rang: number,
): LettreDeMission {
  const role = vocabulaires.find(({ id }) => id === affectation.roleId)
  const regime = vocabulaires.find(({ id }) => id === affectation.regimeId)
  const dues = heuresDues({
    regime: { categorie: regime?.categorie as 'annuel' | 'hebdomadaire', heures: regime?.heures ?? null },
    quotite: affectation.quotite,
  })
  const passee = affectation.anneeId === '2025-2026'
  const etat = passee ? 'close' : (etatsEnCours[Math.floor(rang / 2) % etatsEnCours.length] ?? 'brouillon')
  const envoyee = etat !== 'brouillon' && etat !== 'enConcertation'
  const signee = ['signee', 'remise', 'close'].includes(etat)
  const etablieLe = ajouterJours(affectation.debutLe, -70 + (rang % 12))
  const envoyeeLe = envoyee ? ajouterJours(etablieLe, 5) : null
  return {
    id: chantier.newId(),
    agentId: affectation.agentId,
    anneeId: affectation.anneeId,
    roleId: affectation.roleId,
    version: 1,
    nature: 'initiale',
    numeroAvenant: 0,
    motif: '',
    remplaceId: null,
    etat,
    active: 1,
    modele: modelePourRole(role ?? null, modeles) ?? 'coordonnateur',
    reference: `DRAIO/MLDS/${affectation.anneeId}/${String(Math.floor(rang / 2) + 1).padStart(3, '0')}`,
    etablieLe,
    dateEffetLe: affectation.debutLe,
    finLe: affectation.finLe,
    quotite: affectation.quotite,
    regimeId: affectation.regimeId,
    heuresDues: dues.heures,
    heuresMasquees: 0,
    residenceId: affectation.residenceId,
    perimetre: '',
    instances:
      'Groupes de prévention du décrochage des établissements d’intervention ; comité du réseau FOQUALE ; réunions académiques (quatre par an).',
    moyens:
      'Un bureau et un poste de travail dans la résidence administrative ; frais de déplacement sur ordre de mission.',
    suivi: 'Point d’étape en janvier ; rapport d’activité remis le 15 juin au plus tard, suivi d’un entretien.',
    observations: '',
    envoyeeLe,
    signeeLe: signee && envoyeeLe !== null ? ajouterJours(envoyeeLe, 8 + (rang % 20)) : null,
  }
}

/** The last domain takes what rounding leaves, so that the sum is the hours due exactly. */
function domainesDe({ chantier, vocabulaires }: Contexte, lettre: LettreDeMission): LettreDomaine[] {
  const domaines = vocabulaires.filter(({ liste, actif }) => liste === 'domaine' && actif === 1)
  const parts = repartitions[genreDe(lettre)]
  const pas = lettre.heuresDues > 100 ? 1 : 0.5
  let reste = lettre.heuresDues
  return domaines.map((domaine, index) => {
    const dernier = index === domaines.length - 1
    const heures = dernier
      ? Math.round(reste * 100) / 100
      : Math.round((lettre.heuresDues * (parts[index] ?? 0)) / pas) * pas
    reste -= heures
    return { id: chantier.newId(), lettreId: lettre.id, domaineId: domaine.id, heures, activites: '', ordre: index + 1 }
  })
}

const atteintesPassees = ['atteint', 'atteint', 'enPartie', 'nonAtteint'] as const
const resultatsPasses = {
  atteint: 'Objectif atteint',
  enPartie: 'Objectif atteint en partie',
  nonAtteint: 'Reporté à l’année suivante',
} as const

/** What an objective came to: known once the letter is closed. */
function issueDe({ etat, quotite }: LettreDeMission, index: number): Pick<LettreObjectif, 'resultat' | 'atteinte'> {
  if (etat !== 'close') return { resultat: '', atteinte: 'nonRenseignee' }
  const atteinte = atteintesPassees[(index + quotite / 5) % atteintesPassees.length] ?? 'atteint'
  return { resultat: resultatsPasses[atteinte], atteinte }
}

function objectifsDe({ chantier, vocabulaires }: Contexte, lettre: LettreDeMission): LettreObjectif[] {
  const domaines = vocabulaires.filter(({ liste, actif }) => liste === 'domaine' && actif === 1)
  return chantier.tirage
    .some(chantier.modele.objectifs[genreDe(lettre)], 3)
    .map(([libelle, indicateur, cible], index) => ({
      id: chantier.newId(),
      lettreId: lettre.id,
      libelle,
      indicateur,
      cible,
      echeanceLe: `${lettre.finLe.slice(0, 4)}-06-15`,
      ...issueDe(lettre, index),
      domaineId: domaines[index % domaines.length]?.id ?? null,
      ordre: index + 1,
    }))
}

function signatairesDe(
  { chantier, vocabulaires, territoire, personnes }: Contexte,
  lettre: LettreDeMission,
): LettreSignataire[] {
  const residence = territoire.etablissements.find(({ id }) => id === lettre.residenceId)
  const madame = personnes.agents.some(({ id, civilite }) => id === lettre.agentId && civilite === 'madame')
  // The demonstration académie is led by a rectrice.
  const feminins = madame ? ['AGENT', 'RECTEUR'] : ['RECTEUR']
  const chef = residence?.type === 'Information et orientation' ? 'DCIO' : 'CHEF'
  const signataires = ['AGENT', chef, 'DASEN', 'RECTEUR'].flatMap((code) =>
    vocabulaires.filter((terme) => terme.liste === 'signataire' && terme.code === code),
  )
  const signeesPar = lettre.signeeLe !== null ? signataires.length : lettre.etat === 'signeeEnPartie' ? 2 : 0
  return signataires.map((signataire, index) => ({
    id: chantier.newId(),
    lettreId: lettre.id,
    signataireId: signataire.id,
    qualite: feminins.includes(signataire.code)
      ? (signataire.libelleFeminin ?? signataire.libelle)
      : signataire.libelle,
    nom: '',
    ordre: index + 1,
    signeLe: index < signeesPar ? (lettre.signeeLe ?? ajouterJours(lettre.envoyeeLe ?? lettre.dateEffetLe, 6)) : null,
  }))
}
