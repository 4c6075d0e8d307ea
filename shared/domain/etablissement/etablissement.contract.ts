import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { modification } from '../../modification'
import { anneeId, id, jour } from '../../schema'
import type { EtatLettre } from '../lettre-de-mission/lettre-de-mission'
import { etablissement, type Etablissement } from './etablissement'
import type { ListeEtablissements } from './liste'

/** Every établissement in French order of names, packed; `departements` in three characters, none given: all. */
export const listerEtablissements = operation({
  name: 'etablissement.lister',
  kind: 'query',
  input: z.object({ anneeId, departements: z.array(etablissement.shape.departement).optional() }),
  output: returns<ListeEtablissements>(),
})

/** How many établissements are open, and closed. */
export const compterEtablissements = operation({
  name: 'etablissement.compter',
  kind: 'query',
  input: z.object({}),
  output: returns<{ ouverts: number; fermes: number }>(),
})

export interface ReseauDEtablissement {
  /** The membership; null for the network it only leads. */
  membreId: string | null
  reseauId: string
  nom: string
  type: string
  estTete: boolean
  debutLe: string | null
  finLe: string | null
  /** In force on the reference day of the year. */
  enCours: boolean
}

export interface LettreDEtablissement {
  id: string
  agentId: string
  /** « CARADEC Inès ». */
  agent: string
  role: string
  etat: EtatLettre
  nature: string | null
  volume: number | null
  uniteVolume: 'heuresParAn' | 'joursParSemaine'
}

export interface AgentEnResidence {
  agentId: string
  agent: string
  role: string
  quotite: number
  debutLe: string
  finLe: string
}

export interface FicheEtablissement {
  etablissement: Etablissement
  reseaux: ReseauDEtablissement[]
  /** Active letters of the year that name it as a place of intervention. */
  lettres: LettreDEtablissement[]
  /** Services of the year whose résidence administrative it is. */
  residents: AgentEnResidence[]
}

export const lireEtablissement = operation({
  name: 'etablissement.lire',
  kind: 'query',
  input: z.object({ id, anneeId }),
  output: returns<FicheEtablissement>(),
})

export interface EtablissementTrouve {
  id: string
  uai: string
  nom: string
  type: string
  commune: string
  etat: Etablissement['etat']
}

/** Completion by UAI, name, commune or sigle: every typed word begins a word; twenty at most, closed ones last. */
export const chercherEtablissements = operation({
  name: 'etablissement.chercher',
  kind: 'query',
  input: z.object({ texte: z.string().max(200) }),
  output: returns<EtablissementTrouve[]>(),
})

/** As typed: the UAI is read and its key checked by the register, which says the letter it expects. */
const champsEtablissement = etablissement
  .omit({ id: true, cleTri: true, cleRecherche: true, etat: true, fermeLe: true, annuaireLe: true })
  .extend({ uai: z.string().max(100) })

/** What is typed to create an établissement: UAI, name, kind and commune are enough. */
export const nouvelEtablissement = champsEtablissement.extend({
  nature: etablissement.shape.nature.default(''),
  secteur: etablissement.shape.secteur.default('public'),
  adresse: etablissement.shape.adresse.default(''),
  codePostal: etablissement.shape.codePostal.default(''),
  /** By default that of the UAI. */
  departement: etablissement.shape.departement.optional(),
  /** By default that of the register. */
  academieCode: etablissement.shape.academieCode.optional(),
  telephone: etablissement.shape.telephone.default(''),
  courriel: etablissement.shape.courriel.default(''),
  bassinCode: etablissement.shape.bassinCode.default(''),
  bassinNom: etablissement.shape.bassinNom.default(''),
  zapCode: etablissement.shape.zapCode.default(''),
  zapNom: etablissement.shape.zapNom.default(''),
  educationPrioritaire: etablissement.shape.educationPrioritaire.default(''),
  voieGenerale: etablissement.shape.voieGenerale.default(0),
  voieTechnologique: etablissement.shape.voieTechnologique.default(0),
  voieProfessionnelle: etablissement.shape.voieProfessionnelle.default(0),
  segpa: etablissement.shape.segpa.default(0),
  ulis: etablissement.shape.ulis.default(0),
  nombreEleves: etablissement.shape.nombreEleves.default(null),
  latitude: etablissement.shape.latitude.default(null),
  longitude: etablissement.shape.longitude.default(null),
  ouvertLe: etablissement.shape.ouvertLe.default(null),
})

export const creerEtablissement = operation({
  name: 'etablissement.creer',
  kind: 'command',
  input: nouvelEtablissement.strict(),
  output: returns<Etablissement>(),
})

/** Writes the fields given, leaves the others. */
export const modifierEtablissement = operation({
  name: 'etablissement.modifier',
  kind: 'command',
  input: modification(champsEtablissement),
  output: returns<Etablissement>(),
})

/** Refused while a network, a letter or a service names it: it is then closed. */
export const supprimerEtablissement = operation({
  name: 'etablissement.supprimer',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

export const fermerEtablissement = operation({
  name: 'etablissement.fermer',
  kind: 'command',
  input: z.object({ id, fermeLe: jour }),
  output: returns<Etablissement>(),
})

export const rouvrirEtablissement = operation({
  name: 'etablissement.rouvrir',
  kind: 'command',
  input: z.object({ id }),
  output: returns<Etablissement>(),
})

export const etablissementContract = {
  [listerEtablissements.name]: listerEtablissements,
  [compterEtablissements.name]: compterEtablissements,
  [lireEtablissement.name]: lireEtablissement,
  [chercherEtablissements.name]: chercherEtablissements,
  [creerEtablissement.name]: creerEtablissement,
  [modifierEtablissement.name]: modifierEtablissement,
  [supprimerEtablissement.name]: supprimerEtablissement,
  [fermerEtablissement.name]: fermerEtablissement,
  [rouvrirEtablissement.name]: rouvrirEtablissement,
}
