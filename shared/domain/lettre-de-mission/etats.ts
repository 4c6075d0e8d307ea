import type { Atteinte, EtatLettre, LettreDeMission } from './lettre-de-mission'

/** What the screen calls each step of a letter's life (metier.md § 3.4). */
export const libellesEtatLettre: Record<EtatLettre, string> = {
  brouillon: 'Brouillon',
  enConcertation: 'En concertation',
  aLaSignature: 'À la signature',
  signeeEnPartie: 'Signée en partie',
  signee: 'Signée',
  remise: 'Remise',
  bilanDemande: 'Rapport demandé',
  bilanRecu: 'Rapport reçu',
  close: 'Close',
  annulee: 'Annulée',
}

/** From the first signature on, the text is what somebody signed: a change is an avenant (metier.md § 14, fse.md § 4.3). */
const etatsFiges: readonly EtatLettre[] = [
  'signeeEnPartie',
  'signee',
  'remise',
  'bilanDemande',
  'bilanRecu',
  'close',
  'annulee',
]

/** True when the letter can no longer be edited, only amended by a new version. */
export const estFigee = (etat: EtatLettre): boolean => etatsFiges.includes(etat)

/** True while the letter waits for a signature, the first or another: what every screen counts under `motEnAttente`. */
export const attendSignature = (etat: EtatLettre): boolean => etat === 'aLaSignature' || etat === 'signeeEnPartie'

/** What a text of a letter is worth in its year: `actuelle`, the one that counts; an avenant is `enPreparation` until signed. */
export type Validite = 'actuelle' | 'enPreparation' | 'remplacee' | 'annulee'

export const libellesValidite: Record<Validite, string> = {
  actuelle: 'Actuelle',
  enPreparation: 'Avenant en préparation',
  remplacee: 'Remplacée',
  annulee: 'Annulée',
}

const avantSignature: readonly EtatLettre[] = ['brouillon', 'enConcertation']

export function validiteDe({ active, etat }: Pick<LettreDeMission, 'active' | 'etat'>): Validite {
  if (etat === 'annulee') return 'annulee'
  if (active === 1) return 'actuelle'
  return avantSignature.includes(etat) || attendSignature(etat) ? 'enPreparation' : 'remplacee'
}

/** True of the texts that are still worked on or apply: what every screen counts by state. */
export const estVivante = (lettre: Parameters<typeof validiteDe>[0]): boolean =>
  ['actuelle', 'enPreparation'].includes(validiteDe(lettre))

/** Letters « à la signature » and « signées en partie » together; « à la signature » alone is the step before any signature. */
export const motEnAttente = 'En attente de signature'

/** What every refusal to write in a signed letter says: it offers the way out. */
export const refusFigee =
  'Cette lettre est signée : elle ne se modifie plus, un changement demande un avenant. Rien n’a changé.'

const autresEtapes: Readonly<Record<string, string>> = {
  signature: 'Signature',
  signatureRetiree: 'Signature retirée',
  avenant: 'Avenant préparé',
  enVigueur: 'Avenant entré en vigueur',
  remplacement: 'Annulée et remplacée',
}

/** A step of a letter's life in words: a state reached, or what happened inside one. */
export const libelleEtape = (etape: string): string =>
  etape in libellesEtatLettre ? libellesEtatLettre[etape as EtatLettre] : (autresEtapes[etape] ?? etape)

export const libellesAtteinte: Record<Atteinte, string> = {
  nonRenseignee: 'Non renseigné',
  atteint: 'Atteint',
  enPartie: 'Atteint en partie',
  nonAtteint: 'Non atteint',
}
