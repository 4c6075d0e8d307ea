import { z } from 'zod'
import { fichesAuPlus } from '../../liste/demande'
import { operation, returns } from '../../ipc'
import { modification } from '../../modification'
import { anneeId, id, jour } from '../../schema'
import type { EtatLettre } from '../lettre-de-mission/lettre-de-mission'
import type { Etablissement } from '../etablissement/etablissement'
import { secteurs } from '../etablissement/etablissement'
import { categoriesVocabulaire, type CategorieRole } from '../vocabulaire/vocabulaire'
import { perimetreParDefaut } from './perimetre'
import type { AvecProchaineAction } from '../prochaine-action/colonnes'
import { reseau, type Reseau, reseauMembre, type ReseauMembre } from './reseau'

/** An établissement as a network's screens name it. */
export type EtablissementDeReseau = Pick<
  Etablissement,
  'id' | 'uai' | 'nom' | 'type' | 'commune' | 'departement' | 'secteur' | 'etat'
>

/** Somebody whose service of the year is attached to the network. */
export interface PersonneDeReseau {
  affectationId: string
  agentId: string
  /** « CARADEC Inès ». */
  agent: string
  role: string
  categorie: CategorieRole
  quotite: number
  debutLe: string
  finLe: string
}

export interface ReseauDeListe
  extends
    Pick<Reseau, 'id' | 'code' | 'nom' | 'typeId' | 'departement' | 'bassin' | 'animateur' | 'actif'>,
    AvecProchaineAction {
  type: string
  categorie: string
  tete: Pick<Etablissement, 'id' | 'uai' | 'nom' | 'commune'> | null
  /** Members on the reference day of the year. */
  nombreMembres: number
  coordonnateurs: Pick<PersonneDeReseau, 'agentId' | 'agent'>[]
  formateurs: Pick<PersonneDeReseau, 'agentId' | 'agent'>[]
}

/** Every network, in French order of names, with what is known of it in one school year. */
export const listerReseaux = operation({
  name: 'reseau.lister',
  kind: 'query',
  input: z.object({ anneeId }),
  output: returns<ReseauDeListe[]>(),
})

/** How many networks are active. */
export const compterReseaux = operation({
  name: 'reseau.compter',
  kind: 'query',
  input: z.object({}),
  output: returns<number>(),
})

export interface MembreDeReseau extends ReseauMembre {
  etablissement: EtablissementDeReseau
  /** In force on the reference day of the year. */
  enCours: boolean
  /** Other networks of the same kind it belongs to that day: names. */
  aussiDans: string[]
}

export interface LettreDeReseau {
  id: string
  agentId: string
  agent: string
  role: string
  etat: EtatLettre
}

export interface FicheReseau {
  reseau: Reseau
  type: string
  categorie: string
  tete: EtablissementDeReseau | null
  /** Those in force first, then by name. */
  membres: MembreDeReseau[]
  /** Coordonnateurs first, then formateurs, then the others. */
  personnes: PersonneDeReseau[]
  /** Active letters of the year that name the network. */
  lettres: LettreDeReseau[]
}

export const lireReseau = operation({
  name: 'reseau.lire',
  kind: 'query',
  input: z.object({ id, anneeId }),
  output: returns<FicheReseau>(),
})

const champsReseau = reseau.omit({ id: true, cleTri: true, cleRecherche: true })

/** What is typed to create a network: code, name and kind are enough. */
export const nouveauReseau = champsReseau.extend({
  departement: reseau.shape.departement.default(null),
  bassin: reseau.shape.bassin.default(''),
  teteId: reseau.shape.teteId.default(null),
  animateur: reseau.shape.animateur.default(''),
  problematique: reseau.shape.problematique.default(''),
  actif: reseau.shape.actif.default(1),
})

export const creerReseau = operation({
  name: 'reseau.creer',
  kind: 'command',
  input: nouveauReseau.strict(),
  output: returns<Reseau>(),
})

/** Writes the fields given, leaves the others. */
export const modifierReseau = operation({
  name: 'reseau.modifier',
  kind: 'command',
  input: modification(champsReseau),
  output: returns<Reseau>(),
})

/** Refused while it has members, agents or letters: it is then made inactive. */
export const supprimerReseau = operation({
  name: 'reseau.supprimer',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

const appartenance = z.object({
  reseauId: id,
  etablissementId: id,
  debutLe: jour,
  /** Null while it lasts. */
  finLe: jour.nullable().default(null),
})

/** What came of several memberships written in one step: what a rule refuses stays, the rest is done. */
export interface SuiteDesMembres {
  faits: number
  /** Those left, each with its place in what was asked, its établissement's name and the sentence of the rule. */
  refus: { rang: number; nom: string; message: string }[]
}

/** Refused: those already members in that period. */
export const ajouterMembres = operation({
  name: 'reseau.ajouterMembres',
  kind: 'command',
  input: z.object({ membres: z.array(appartenance).min(1).max(fichesAuPlus) }),
  output: returns<SuiteDesMembres>(),
})

/** Refused when the établissement is already a member in that period. */
export const ajouterMembre = operation({
  name: 'reseau.ajouterMembre',
  kind: 'command',
  input: appartenance,
  output: returns<ReseauMembre>(),
})

/** Writes the days of memberships: a last day ends one, and what was is kept. */
export const modifierMembres = operation({
  name: 'reseau.modifierMembres',
  kind: 'command',
  input: z.object({
    membres: z
      .array(modification(reseauMembre.pick({ debutLe: true, finLe: true })))
      .min(1)
      .max(fichesAuPlus),
  }),
  output: returns<SuiteDesMembres>(),
})

/** Takes back memberships written by mistake: only on the day they were written, or before they start. */
export const supprimerMembres = operation({
  name: 'reseau.supprimerMembres',
  kind: 'command',
  input: z.object({ ids: z.array(id).min(1).max(fichesAuPlus) }),
  output: returns<SuiteDesMembres>(),
})

export interface CouvertureReseaux {
  jour: string
  /** Open établissements of the perimeter, and how many of them are in a network. */
  aCouvrir: number
  couverts: number
  sansReseau: EtablissementDeReseau[]
  enDouble: { etablissement: EtablissementDeReseau; type: string; reseaux: { id: string; nom: string }[] }[]
  sansCoordonnateur: { id: string; code: string; nom: string; type: string; bassin: string; nombreMembres: number }[]
  /** Kinds of établissement the register holds: what the perimeter can be made of. */
  typesConnus: string[]
}

/** Coverage on a day: by default FOQUALE networks, public collèges, lycées and EREA. No category: every kind of network. */
export const couvertureReseaux = operation({
  name: 'reseau.couverture',
  kind: 'query',
  input: z.object({
    jour,
    categories: z.array(z.enum(categoriesVocabulaire.typeReseau)).default(['foquale']),
    secteurs: z.array(z.enum(secteurs)).default(['public']),
    types: z.array(z.string().max(300)).default([...perimetreParDefaut.types]),
  }),
  output: returns<CouvertureReseaux>(),
})

export const reseauContract = {
  [listerReseaux.name]: listerReseaux,
  [compterReseaux.name]: compterReseaux,
  [lireReseau.name]: lireReseau,
  [creerReseau.name]: creerReseau,
  [modifierReseau.name]: modifierReseau,
  [supprimerReseau.name]: supprimerReseau,
  [ajouterMembre.name]: ajouterMembre,
  [ajouterMembres.name]: ajouterMembres,
  [modifierMembres.name]: modifierMembres,
  [supprimerMembres.name]: supprimerMembres,
  [couvertureReseaux.name]: couvertureReseaux,
}
