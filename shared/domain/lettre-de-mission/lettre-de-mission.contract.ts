import { z } from 'zod'
import { fichesAuPlus } from '../../liste/demande'
import type { Constat } from '../../constat'
import { operation, returns } from '../../ipc'
import { modification } from '../../modification'
import { anneeId, id, jour } from '../../schema'
import type { AvecProchaineAction } from '../prochaine-action/colonnes'
import { lignes } from './lignes.contract'
import type { DossierLettre } from './dossier'
import { exporterLettres } from './exportation.contract'
import {
  etatsLettre,
  lettreDeMission,
  lettreDomaine,
  lettreEtablissement,
  lettreFse,
  lettreObjectif,
  lettreReseau,
  lettreSignataire,
  lettreVisa,
  type EtatLettre,
} from './lettre-de-mission'

/** A letter as lists show it. */
export interface LettreListee extends AvecProchaineAction {
  agentId: string
  agent: string
  role: string
  roleAbrege: string
  /** Code of its model of letter. */
  modele: string
  version: number
  /** « Lettre », « Avenant n° 1 », « Lettre de remplacement ». */
  texte: string
  active: 0 | 1
  reference: string
  quotite: number
  heuresDues: number
  uniteHeures: 'an' | 'semaine'
  /** Σ of the hours by domain, null when nothing is spread. */
  heuresReparties: number | null
  /** Σ − due, null when nothing is spread. */
  ecart: number | null
  nombreEtablissements: number
  reseaux: string
  etat: EtatLettre
  etablieLe: string | null
  envoyeeLe: string | null
  signeeLe: string | null
  /** Of the résidence administrative, three characters; '' without one. */
  departement: string
  /** Whose signature is awaited, while the letter is being signed. */
  attendu: { code: string; qualite: string } | null
  /** Days that the signatory awaited has had it; null when it does not wait. */
  attenteJours: number | null
  rapport: { attenduLe: string; recuLe: string | null } | null
  constats: Constat[]
}

/** The letters of a school year, by French order of names; cancelled and replaced ones included. */
export const listerLettres = operation({
  name: 'lettreDeMission.lister',
  kind: 'query',
  input: z.object({ anneeId }),
  output: returns<LettreListee[]>(),
})

/** How many active letters the year has: what the navigation shows. */
export const compterLettres = operation({
  name: 'lettreDeMission.compter',
  kind: 'query',
  input: z.object({ anneeId }),
  output: returns<number>(),
})

/** The model's own words, printed where the letter leaves its text empty. */
export interface TextesModele {
  instances: string
  moyens: string
  suivi: string
  /** By `lettreDomaine.id`, one « - » line an activity. */
  activites: Record<string, string>
}

/** A signatory that the letter does not have yet, as a button names it. */
export interface SignataireAProposer {
  signataireId: string | null
  qualite: string
  nom: string
  libelle: string
}

export interface LettreLue extends DossierLettre {
  constats: Constat[]
  textesModele: TextesModele
  /** How the hours due of its quotité and régime are computed, as a sentence; why not, when they cannot. */
  explicationHeures: string
  /** Members of its networks that it does not cite yet. */
  etablissementsAProposer: { id: string; uai: string; nom: string; commune: string }[]
  signatairesAProposer: SignataireAProposer[]
  figee: boolean
}

export const lireLettre = operation({
  name: 'lettreDeMission.lire',
  kind: 'query',
  input: z.object({ id }),
  output: returns<LettreLue>(),
})

/** A service of the year without an active letter. */
export interface ServiceSansLettre {
  affectationId: string
  agent: string
  role: string
  /** Null: this rôle gets no letter. */
  modele: string | null
  quotite: number
  debutLe: string
  finLe: string
}

export const listerServicesSansLettre = operation({
  name: 'lettreDeMission.listerSansLettre',
  kind: 'query',
  input: z.object({ anneeId }),
  output: returns<ServiceSansLettre[]>(),
})

/** Writes the draft that a service calls for: model, hours due, résidence, networks, visas and signatories by default. */
export const creerLettre = operation({
  name: 'lettreDeMission.creer',
  kind: 'command',
  input: z.object({ affectationId: id }),
  output: returns<LettreLue>(),
})

export interface LettresCreees {
  creees: string[]
  /** Services for which no letter could be written, and why. */
  laissees: { agent: string; raison: string }[]
}

/** The same for every service of the year that has a model and no active letter, or for those chosen among them. */
export const creerLettresManquantes = operation({
  name: 'lettreDeMission.creerManquantes',
  kind: 'command',
  input: z.object({ anneeId, affectationIds: z.array(id).min(1).max(fichesAuPlus).optional() }),
  output: returns<LettresCreees>(),
})

const champsModifiables = lettreDeMission.omit({
  id: true,
  agentId: true,
  anneeId: true,
  roleId: true,
  version: true,
  nature: true,
  numeroAvenant: true,
  motif: true,
  remplaceId: true,
  etat: true,
  active: true,
  envoyeeLe: true,
  signeeLe: true,
})

/** Writes the fields given; a new quotité or régime computes the hours due again unless they are given too. */
export const modifierLettre = operation({
  name: 'lettreDeMission.modifier',
  kind: 'command',
  input: modification(champsModifiables),
  output: returns<LettreLue>(),
})

export const definirEtablissements = operation({
  name: 'lettreDeMission.definirEtablissements',
  kind: 'command',
  input: lignes(lettreEtablissement.omit({ id: true, lettreId: true, ordre: true }).strict()),
  output: returns<LettreLue>(),
})

/** Writes fields of établissements that the letter cites, several rows in one step: all of them or none. */
export const modifierEtablissements = operation({
  name: 'lettreDeMission.modifierEtablissements',
  kind: 'command',
  input: z.object({
    id,
    lignes: z
      .array(modification(lettreEtablissement.pick({ natureId: true, volume: true, uniteVolume: true, gpds: true })))
      .min(1)
      .max(500),
  }),
  output: returns<LettreLue>(),
})

export const definirDomaines = operation({
  name: 'lettreDeMission.definirDomaines',
  kind: 'command',
  input: lignes(lettreDomaine.omit({ id: true, lettreId: true, ordre: true }).strict()),
  output: returns<LettreLue>(),
})

export const definirObjectifs = operation({
  name: 'lettreDeMission.definirObjectifs',
  kind: 'command',
  input: lignes(
    lettreObjectif
      .omit({ id: true, lettreId: true, ordre: true })
      .extend({
        domaineId: lettreObjectif.shape.domaineId.default(null),
        atteinte: lettreObjectif.shape.atteinte.default('nonRenseignee'),
      })
      .strict(),
  ),
  output: returns<LettreLue>(),
})

export const definirVisas = operation({
  name: 'lettreDeMission.definirVisas',
  kind: 'command',
  input: lignes(lettreVisa.omit({ id: true, lettreId: true, ordre: true }).strict()),
  output: returns<LettreLue>(),
})

/** Who signs, in order; a signature itself is recorded by `lettreDeMission.signer`. */
export const definirSignataires = operation({
  name: 'lettreDeMission.definirSignataires',
  kind: 'command',
  input: lignes(lettreSignataire.omit({ id: true, lettreId: true, ordre: true, signeLe: true }).strict()),
  output: returns<LettreLue>(),
})

export const definirReseauxLettre = operation({
  name: 'lettreDeMission.definirReseaux',
  kind: 'command',
  input: lignes(lettreReseau.omit({ id: true, lettreId: true }).strict()),
  output: returns<LettreLue>(),
})

export const definirPartsFse = operation({
  name: 'lettreDeMission.definirFse',
  kind: 'command',
  input: lignes(lettreFse.omit({ id: true, lettreId: true }).strict()),
  output: returns<LettreLue>(),
})

/** One step of the letter's life, dated; a letter with a blocking finding is not sent; one without date takes, with `dater`, that of its sending. */
export const changerEtatLettre = operation({
  name: 'lettreDeMission.changerEtat',
  kind: 'command',
  input: z.object({
    ...{ id, le: jour },
    vers: z.enum(etatsLettre),
    motif: lettreDeMission.shape.motif.default(''),
    dater: z.boolean().default(false),
  }),
  output: returns<LettreLue>(),
})

/** Removes a draft for good; what was sent is cancelled instead. */
export const supprimerLettre = operation({
  name: 'lettreDeMission.supprimer',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

/** The page as it is printed, for the eye: one HTML document, its font and images inside. */
export const apercuLettre = operation({
  name: 'lettreDeMission.apercu',
  kind: 'query',
  input: z.object({ id }),
  output: returns<{ html: string; pied: string }>(),
})

export const lettreDeMissionContract = {
  [listerLettres.name]: listerLettres,
  [compterLettres.name]: compterLettres,
  [lireLettre.name]: lireLettre,
  [listerServicesSansLettre.name]: listerServicesSansLettre,
  [creerLettre.name]: creerLettre,
  [creerLettresManquantes.name]: creerLettresManquantes,
  [modifierLettre.name]: modifierLettre,
  [definirEtablissements.name]: definirEtablissements,
  [modifierEtablissements.name]: modifierEtablissements,
  [definirDomaines.name]: definirDomaines,
  [definirObjectifs.name]: definirObjectifs,
  [definirVisas.name]: definirVisas,
  [definirSignataires.name]: definirSignataires,
  [definirReseauxLettre.name]: definirReseauxLettre,
  [definirPartsFse.name]: definirPartsFse,
  [changerEtatLettre.name]: changerEtatLettre,
  [supprimerLettre.name]: supprimerLettre,
  [apercuLettre.name]: apercuLettre,
  [exporterLettres.name]: exporterLettres,
}
