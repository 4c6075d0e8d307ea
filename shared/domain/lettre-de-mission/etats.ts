import type { EtatLettre } from './lettre-de-mission'

/** What the screen calls each step of a letter's life (metier.md § 3.4). */
export const libellesEtatLettre: Record<EtatLettre, string> = {
  brouillon: 'Brouillon',
  enConcertation: 'En concertation',
  aLaSignature: 'À la signature',
  signeeEnPartie: 'Signée en partie',
  signee: 'Signée',
  remise: 'Remise',
  bilanDemande: 'Bilan demandé',
  bilanRecu: 'Bilan reçu',
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

/** True while the letter waits for a signature. */
export const attendSignature = (etat: EtatLettre): boolean => etat === 'aLaSignature' || etat === 'signeeEnPartie'
