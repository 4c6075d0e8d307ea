import type { OperationFse } from '../fse/fse'
import { ecrireLettre } from '../lettre-de-mission/creation'
import { accorderParticipe, accorder } from '../lettre-de-mission/genre'
import type { EtatLettre, LettreDeMission, LettreFse, LettreSignataire } from '../lettre-de-mission/lettre-de-mission'
import { modeleDe, modelePourRole } from '../modele-lettre/choix'
import type { ModeleLu } from '../modele-lettre/modele-lettre'
import { etatVisa } from '../vocabulaire/visa'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import { prenomNom } from '../../text'
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

/**
 * A new letter and all that it cites: what the row says, the académie's visas and the model's signatories. Nothing, and a
 * refusal, when the rôle has no letter or the hours due cannot be computed.
 */
export function creerLettre(chantier: Chantier, rattachee: LettreRattachee): Ecriture[] {
  const { lettre, service } = rattachee
  const { modeles } = chantier.etat.registre
  const code = modelePourRole(service.role ?? null, modeles)
  if (code === null || 'manque' in service.dues) {
    const message =
      code === null
        ? `Le rôle « ${service.role?.libelle ?? ''} » n’a pas de lettre de mission.`
        : 'La lettre ne peut pas être créée sans ses heures dues.'
    lettre.lecteur.signaler('nom', { regle: 'lettres.role', gravite: 'bloquant', message })
    return []
  }
  const { etat } = chantier
  const ecrite = ecrireLettre(
    aEcrire(chantier, service, code),
    propositions(chantier, rattachee, modeleDe(modeles, code)),
    etat.newId,
  )
  const { envoyeeLe, signeeLe, observations } = lettre
  const valeurs = {
    ...ecrite.lettre,
    etat: etatDesDates(lettre),
    etablieLe: envoyeeLe,
    envoyeeLe,
    signeeLe,
    observations,
  }
  return [
    { table: 'lettreDeMission', genre: 'ajout', valeurs },
    ...ecrite.domaines.map((ligne): Ecriture => ({ table: 'lettreDomaine', genre: 'ajout', valeurs: ligne })),
    ...contenu(chantier, valeurs, rattachee),
    ...ecrite.reseaux.map((ligne): Ecriture => ({ table: 'lettreReseau', genre: 'ajout', valeurs: ligne })),
    ...ecrite.visas.map((ligne): Ecriture => ({ table: 'lettreVisa', genre: 'ajout', valeurs: ligne })),
    ...ecrite.signataires.map((ligne): Ecriture => ({
      table: 'lettreSignataire',
      genre: 'ajout',
      valeurs: { ...ligne, signeLe: signeeLe },
    })),
  ]
}

function aEcrire(
  { etat }: Chantier,
  { agent, affectation, regime, corpsOrsHebdo }: ServiceDeLettre,
  modele: string,
): Parameters<typeof ecrireLettre>[0] {
  const liens = etat.lignes('affectationReseau').filter(({ affectationId }) => affectationId === affectation.id)
  const versions = etat
    .lignes('lettreDeMission')
    .filter(({ agentId, roleId }) => agentId === agent.id && roleId === affectation.roleId)
    .map(({ version }) => version)
  return {
    affectation,
    agentNom: `${agent.nom} ${agent.prenom}`,
    modele,
    regime,
    corpsOrsHebdo,
    reseauIds: liens.map(({ reseauId }) => reseauId),
    dejaActive: false,
    derniereVersion: Math.max(0, ...versions),
  }
}

const actifs = ({ etat }: Chantier, liste: Vocabulaire['liste']): Vocabulaire[] =>
  etat.registre.vocabulaires
    .filter((terme) => terme.liste === liste && terme.actif === 1)
    .sort((a, b) => a.ordre - b.ordre)

function propositions(
  chantier: Chantier,
  { lettre, service }: LettreRattachee,
  modele: ModeleLu,
): Parameters<typeof ecrireLettre>[1] {
  const { academie } = chantier.etat.registre
  return {
    // The hours of the row say which domaines or axes; without any, the académie's own grid is proposed, empty.
    domaineIds: lettre.heures.length > 0 ? [] : actifs(chantier, academie.grilleActivite).map(({ id }) => id),
    visaIds: actifs(chantier, 'visa')
      .filter((visa) => etatVisa(visa, service.affectation.debutLe) === 'enVigueur')
      .map(({ id }) => id),
    signataires: signataires(chantier, service, modele),
    reference: '',
  }
}

type Signataire = Pick<LettreSignataire, 'signataireId' | 'qualite' | 'nom'>

function signataires(chantier: Chantier, { agent, affectation }: ServiceDeLettre, modele: ModeleLu): Signataire[] {
  const { academie, etablissements } = chantier.etat.registre
  const residence = etablissements.find(({ id }) => id === affectation.residenceId)?.type ?? null
  const termes = actifs(chantier, 'signataire')
  const autorite = academie.signature.replace(/\s+/gu, ' ').trim().replace(/,$/u, '')
  return modele.contenu.signataires.flatMap((regle): Signataire[] => {
    if (regle.siResidence !== undefined && (residence === null || !regle.siResidence.includes(residence))) return []
    if (residence !== null && regle.saufResidence?.includes(residence) === true) return []
    if (regle.agent === true)
      return [
        { signataireId: null, qualite: `L’${accorderParticipe('intéressé', agent.civilite)}`, nom: prenomNom(agent) },
      ]
    const terme = termes.find(({ code }) => code === regle.code)
    if (terme === undefined) return []
    const titre = academie.titreAutorite === 'rectrice' ? 'madame' : 'monsieur'
    const qualite = regle.autorite === true ? autorite || accorder(terme, titre) : terme.libelle
    return [{ signataireId: terme.id, qualite, nom: '' }]
  })
}

function contenu(
  { etat, termes }: Chantier,
  fiche: LettreDeMission,
  { lettre, operation }: LettreRattachee,
): Ecriture[] {
  const lettreId = fiche.id
  const natureId = termes.trouver('natureIntervention', 'établissement d’intervention')?.id ?? null
  const etablissements = lettre.etablissements.map(({ id }, rang): Ecriture => ({
    table: 'lettreEtablissement',
    genre: 'ajout',
    valeurs: {
      id: etat.newId(),
      lettreId,
      etablissementId: id,
      natureId,
      volume: null,
      uniteVolume: 'heuresParAn',
      gpds: 0,
      ordre: rang + 1,
    },
  }))
  const domaines = lettre.heures.map(({ terme, heures }): Ecriture => ({
    table: 'lettreDomaine',
    genre: 'ajout',
    valeurs: { id: etat.newId(), lettreId, domaineId: terme.id, heures, activites: '', ordre: terme.ordre },
  }))
  if (operation === null || lettre.pourcentageFse === null) return [...etablissements, ...domaines]
  const part = partFse(etat.newId(), fiche, operation, lettre.pourcentageFse)
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
