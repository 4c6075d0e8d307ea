import { joursDuTour } from '../lettre-de-mission/attente'
import { usages } from '../lettre-de-mission/controle'
import { attendSignature } from '../lettre-de-mission/etats'
import type { DossierLettre } from '../lettre-de-mission/dossier'
import type { EtatLettre, LettreRapport } from '../lettre-de-mission/lettre-de-mission'
import { attenduDe } from '../envoi/pli'
import type { GenreCourriel } from './courriel'

/** What a message is about: a letter, and the report asked for, when it was. */
export interface Sujet {
  dossier: DossierLettre
  rapport: Pick<LettreRapport, 'attenduLe' | 'recuLe'> | null
}

/** Reports are asked for once the letter is signed. */
const rapportPossible: ReadonlySet<EtatLettre> = new Set(['signee', 'remise', 'bilanDemande'])

/** Whether a letter in this state may have a message of this kind: what a menu counts before anything is read. */
export function concerneEtat(genre: GenreCourriel, etat: EtatLettre): boolean {
  if (genre === 'lettreAgent') return etat !== 'annulee'
  if (genre === 'demandeRapport') return rapportPossible.has(etat)
  return genre === 'relanceRapport' ? etat === 'bilanDemande' : attendSignature(etat)
}

/** Why a message of this kind has no reason to be written for a letter; null when it has one. */
export function raisonDeLaisser(genre: GenreCourriel, { dossier, rapport }: Sujet): string | null {
  const { etat } = dossier.lettre
  if (etat === 'annulee') return 'Cette lettre est annulée.'
  switch (genre) {
    case 'lettreAgent':
      return null
    case 'transmission':
    case 'relanceSignataire':
      return attenduDe(dossier) === undefined ? 'Cette lettre n’attend aucune signature.' : null
    case 'demandeRapport':
      if (rapport !== null && rapport.recuLe !== null) return 'Le rapport est déjà reçu.'
      return rapportPossible.has(etat) ? null : 'Le rapport se demande quand la lettre est signée.'
    case 'relanceRapport':
      if (rapport === null) return 'Aucun rapport n’a été demandé.'
      return rapport.recuLe === null ? null : 'Le rapport est déjà reçu.'
  }
}

/** Whether a letter is among those that nobody named: reminders are for latecomers (metier.md § 3.4: a month to sign). */
export function estConcernee(genre: GenreCourriel, sujet: Sujet, aujourdhui: string): boolean {
  const { dossier, rapport } = sujet
  if (raisonDeLaisser(genre, sujet) !== null) return false
  if (genre === 'relanceRapport') return rapport !== null && rapport.attenduLe < aujourdhui
  if (genre === 'relanceSignataire') return (joursDuTour(dossier, aujourdhui) ?? 0) > usages.delaiSignatureJours
  return genre === 'transmission' || dossier.lettre.active === 1
}
