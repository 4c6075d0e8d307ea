import { z } from 'zod'
import { codeModele } from '../modele-lettre/modele-lettre'
import { anneeId, booleen, heures, id, instant, jour, ligne, ligneRequise, pourcentage } from '../../schema'

/** Life cycle of a letter (metier.md § 3.4). */
export const etatsLettre = [
  'brouillon',
  'enConcertation',
  'aLaSignature',
  'signeeEnPartie',
  'signee',
  'remise',
  'bilanDemande',
  'bilanRecu',
  'close',
  'annulee',
] as const
export type EtatLettre = (typeof etatsLettre)[number]

/** A letter, an avenant to it, or a letter that « annule et remplace » another. */
export const naturesLettre = ['initiale', 'avenant', 'remplacement'] as const

/** The yearly letter: what an agent does, where, for how long, on whose signature. */
export const lettreDeMission = z.object({
  id,
  agentId: id,
  anneeId,
  roleId: id,
  /** Number of this text for the agent, year and rôle: never given twice. */
  version: z.number().int().min(1),
  nature: z.enum(naturesLettre),
  /** 1, 2… for the avenants of a letter; 0 otherwise. */
  numeroAvenant: z.number().int().min(0),
  /** Why it was amended, replaced or cancelled. */
  motif: z.string().trim().max(1000),
  /** The letter this one amends or replaces. */
  remplaceId: id.nullable(),
  etat: z.enum(etatsLettre),
  /** 1 for the version in force: one per agent, year and rôle. */
  active: booleen,
  /** Code of its model of letter. */
  modele: codeModele,
  reference: ligne,
  /** Day printed on the letter; null: not dated yet. */
  etablieLe: jour.nullable(),
  dateEffetLe: jour,
  finLe: jour,
  quotite: pourcentage,
  regimeId: id,
  /** Hours due, as computed when the letter was written: a year (annuel, mixte) or a week (hebdomadaire). */
  heuresDues: heures,
  /** 1: hours per domain stay out of the printed letter (they are indicative). */
  heuresMasquees: booleen,
  residenceId: id.nullable(),
  /** Bassin, district: free words under « Périmètre ». */
  perimetre: z.string().max(2000),
  instances: z.string().max(5000),
  moyens: z.string().max(5000),
  suivi: z.string().max(5000),
  observations: z.string().max(5000),
  envoyeeLe: jour.nullable(),
  signeeLe: jour.nullable(),
})
export type LettreDeMission = z.infer<typeof lettreDeMission>

export const unitesVolume = ['heuresParAn', 'joursParSemaine'] as const

/** An établissement d’intervention of a letter. */
export const lettreEtablissement = z.object({
  id,
  lettreId: id,
  etablissementId: id,
  natureId: id.nullable(),
  volume: heures.nullable(),
  uniteVolume: z.enum(unitesVolume),
  gpds: booleen,
  ordre: z.number().int(),
})
export type LettreEtablissement = z.infer<typeof lettreEtablissement>

/** Indicative hours of a letter for one domaine or axe. */
export const lettreDomaine = z.object({
  id,
  lettreId: id,
  domaineId: id,
  heures,
  activites: z.string().max(5000),
  ordre: z.number().int(),
})
export type LettreDomaine = z.infer<typeof lettreDomaine>

export const atteintes = ['nonRenseignee', 'atteint', 'enPartie', 'nonAtteint'] as const
export type Atteinte = (typeof atteintes)[number]

export const lettreObjectif = z.object({
  id,
  lettreId: id,
  libelle: ligneRequise.max(1000),
  indicateur: ligne,
  cible: ligne,
  echeanceLe: jour.nullable(),
  resultat: ligne.max(2000),
  /** Domaine or axe that the objective serves, for the year's synthesis. */
  domaineId: id.nullable(),
  atteinte: z.enum(atteintes),
  ordre: z.number().int(),
})
export type LettreObjectif = z.infer<typeof lettreObjectif>

export const lettreReseau = z.object({ id, lettreId: id, reseauId: id })
export type LettreReseau = z.infer<typeof lettreReseau>

export const lettreVisa = z.object({ id, lettreId: id, visaId: id, ordre: z.number().int() })
export type LettreVisa = z.infer<typeof lettreVisa>

/** One of the 1 to 5 ordered signatories; the agent signs too (`signataireId` null, `qualite` « L’intéressé(e) »). */
export const lettreSignataire = z.object({
  id,
  lettreId: id,
  signataireId: id.nullable(),
  qualite: ligneRequise,
  nom: ligne,
  ordre: z.number().int(),
  signeLe: jour.nullable(),
})
export type LettreSignataire = z.infer<typeof lettreSignataire>

/** Share of the working time given to an FSE operation: fixed, per month. */
export const lettreFse = z.object({
  id,
  lettreId: id,
  operationId: id,
  pourcentage,
  debutLe: jour,
  finLe: jour,
  missions: z.string().max(5000),
  accepteeLe: jour.nullable(),
})
export type LettreFse = z.infer<typeof lettreFse>

/** One step of a letter's life: which, on what day, by or towards whom, and why when a reason is asked for. */
export const lettreEvenement = z.object({
  id,
  lettreId: id,
  etape: ligneRequise,
  le: jour,
  qui: ligne,
  motif: z.string().max(1000),
  saisiAt: instant,
})
export type LettreEvenement = z.infer<typeof lettreEvenement>

/** What a letter said when it was first signed: its description as printed (JSON), and the SHA-256 of it with its logo. */
export const lettreFigee = z.object({
  id,
  lettreId: id,
  contenu: z.string(),
  logoFichierId: id.nullable(),
  sha256: z.string().length(64),
  figeeAt: instant,
})
export type LettreFigee = z.infer<typeof lettreFigee>

/** The agent's individual report on the year: asked, awaited, received, attached. */
export const lettreRapport = z.object({
  id,
  lettreId: id,
  demandeLe: jour,
  attenduLe: jour,
  recuLe: jour.nullable(),
  fichierId: id.nullable(),
  observations: z.string().max(2000),
})
export type LettreRapport = z.infer<typeof lettreRapport>
