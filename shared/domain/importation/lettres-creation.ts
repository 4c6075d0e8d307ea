import type { OperationFse } from '../fse/fse'
import type { EtatLettre, LettreDeMission, LettreFse } from '../lettre-de-mission/lettre-de-mission'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import type { Ecriture } from './etat'
import type { LettreLue } from './lettres-lecture'
import type { ServiceDeLettre } from './lettres-services'
import type { Chantier } from './planifier-feuille'

/** A row with all that it was matched to. */
export interface LettreRattachee {
  lettre: LettreLue
  service: ServiceDeLettre
  operation: OperationFse | null
}

/** What the dates say of a letter's life. */
export const etatDesDates = ({ envoyeeLe, signeeLe }: Pick<LettreLue, 'envoyeeLe' | 'signeeLe'>): EtatLettre =>
  signeeLe !== null ? 'signee' : envoyeeLe !== null ? 'aLaSignature' : 'brouillon'

/** A new letter and all that it cites: what the row says, and the académie's own visas and signatories. */
export function creerLettre(chantier: Chantier, rattachee: LettreRattachee): Ecriture[] {
  const lettre = ficheDeLettre(chantier, rattachee)
  return [
    { table: 'lettreDeMission', genre: 'ajout', valeurs: lettre },
    ...contenu(chantier, lettre, rattachee),
    ...reseaux(chantier, lettre.id, rattachee),
    ...visas(chantier, lettre.id),
    ...signataires(chantier, lettre),
  ]
}

function ficheDeLettre({ etat }: Chantier, { lettre, service }: LettreRattachee): LettreDeMission {
  const { affectation, role, dues } = service
  return {
    id: etat.newId(),
    agentId: affectation.agentId,
    anneeId: affectation.anneeId,
    roleId: affectation.roleId,
    version: 1,
    remplaceId: null,
    etat: etatDesDates(lettre),
    active: 1,
    modele: role?.categorie === 'formateur' ? 'formateur' : 'coordonnateur',
    reference: '',
    etablieLe: lettre.envoyeeLe,
    dateEffetLe: affectation.debutLe,
    finLe: affectation.finLe,
    quotite: affectation.quotite,
    regimeId: affectation.regimeId,
    heuresDues: 'manque' in dues ? 0 : dues.heures,
    heuresMasquees: 0,
    residenceId: affectation.residenceId,
    perimetre: '',
    instances: '',
    moyens: '',
    suivi: '',
    observations: lettre.observations,
    envoyeeLe: lettre.envoyeeLe,
    signeeLe: lettre.signeeLe,
  }
}

function contenu({ etat, termes }: Chantier, { id: lettreId, ...fiche }: LettreDeMission, { lettre, operation }: LettreRattachee): Ecriture[] {
  const natureId = termes.trouver('natureIntervention', 'établissement d’intervention')?.id ?? null
  const etablissements = lettre.etablissements.map(({ id }, rang): Ecriture => ({
    table: 'lettreEtablissement',
    genre: 'ajout',
    valeurs: { id: etat.newId(), lettreId, etablissementId: id, natureId, volume: null, uniteVolume: 'heuresParAn', gpds: 0, ordre: rang + 1 },
  }))
  const domaines = lettre.heures.map(({ terme, heures }): Ecriture => ({
    table: 'lettreDomaine',
    genre: 'ajout',
    valeurs: { id: etat.newId(), lettreId, domaineId: terme.id, heures, activites: '', ordre: terme.ordre },
  }))
  if (operation === null || lettre.pourcentageFse === null) return [...etablissements, ...domaines]
  const part = partFse(etat.newId(), { ...fiche, id: lettreId }, operation, lettre.pourcentageFse)
  return [...etablissements, ...domaines, { table: 'lettreFse', genre: 'ajout', valeurs: part }]
}

/** The share runs over the days that the letter and the operation have in common. */
export const partFse = (
  id: string,
  lettre: Pick<LettreDeMission, 'id' | 'dateEffetLe' | 'finLe'>,
  operation: Pick<OperationFse, 'id' | 'debutLe' | 'finLe'>,
  pourcentage: number,
): LettreFse => ({
  id,
  lettreId: lettre.id,
  operationId: operation.id,
  pourcentage,
  debutLe: operation.debutLe > lettre.dateEffetLe ? operation.debutLe : lettre.dateEffetLe,
  finLe: operation.finLe < lettre.finLe ? operation.finLe : lettre.finLe,
  missions: '',
  accepteeLe: null,
})

function reseaux({ etat }: Chantier, lettreId: string, { service }: LettreRattachee): Ecriture[] {
  return etat
    .lignes('affectationReseau')
    .filter(({ affectationId }) => affectationId === service.affectation.id)
    .map(({ reseauId }): Ecriture => ({ table: 'lettreReseau', genre: 'ajout', valeurs: { id: etat.newId(), lettreId, reseauId } }))
}

const actifs = ({ etat }: Chantier, liste: Vocabulaire['liste']): Vocabulaire[] =>
  etat.registre.vocabulaires.filter((terme) => terme.liste === liste && terme.actif === 1).sort((a, b) => a.ordre - b.ordre)

const visas = (chantier: Chantier, lettreId: string): Ecriture[] =>
  actifs(chantier, 'visa').map(({ id }, rang): Ecriture => ({
    table: 'lettreVisa',
    genre: 'ajout',
    valeurs: { id: chantier.etat.newId(), lettreId, visaId: id, ordre: rang + 1 },
  }))

/** Five signatories at most (metier.md § 3.4); of a CIO, its director instead of a chef d’établissement. */
function signataires(chantier: Chantier, { id: lettreId, residenceId, signeeLe }: LettreDeMission): Ecriture[] {
  const { etat } = chantier
  const residence = etat.registre.etablissements.find(({ id }) => id === residenceId)
  const absent = residence?.type === 'Information et orientation' ? 'CHEF' : 'DCIO'
  return actifs(chantier, 'signataire')
    .filter(({ code }) => code !== absent)
    .slice(0, 5)
    .map(({ id, libelle }, rang): Ecriture => ({
      table: 'lettreSignataire',
      genre: 'ajout',
      valeurs: { id: etat.newId(), lettreId, signataireId: id, qualite: libelle, nom: '', ordre: rang + 1, signeLe: signeeLe },
    }))
}
