import { AppError } from '../../app-error'
import { type Constat, estBloque } from '../../constat'
import { formatJour } from '../../dates'
import { estFigee, libellesEtatLettre } from './etats'
import type { EtatLettre, LettreDeMission } from './lettre-de-mission'

/** The steps a letter may take from each state (metier.md § 3.4); a step back only while nobody has signed. */
export const etatsSuivants: Record<EtatLettre, readonly EtatLettre[]> = {
  brouillon: ['enConcertation', 'aLaSignature', 'annulee'],
  enConcertation: ['brouillon', 'aLaSignature', 'annulee'],
  aLaSignature: ['brouillon', 'signee', 'annulee'],
  signeeEnPartie: ['signee', 'annulee'],
  signee: ['remise', 'bilanDemande', 'annulee'],
  remise: ['bilanDemande', 'annulee'],
  bilanDemande: ['bilanRecu'],
  bilanRecu: ['close'],
  close: [],
  annulee: [],
}

/** Refuses to write in a letter that somebody signed, or that is no longer in force. */
export function refuserSiFigee({ etat }: Pick<LettreDeMission, 'etat'>): void {
  if (!estFigee(etat)) return
  throw new AppError(
    'forbidden',
    etat === 'annulee'
      ? 'Cette lettre est annulée : elle ne se modifie plus. Rien n’a changé.'
      : 'Cette lettre est signée : elle ne se modifie plus, un changement demande un avenant. Rien n’a changé.',
  )
}

/** The same, and refuses dates that run backwards. */
export function refuserModification(lettre: LettreDeMission, champs: Partial<LettreDeMission>): void {
  refuserSiFigee(lettre)
  const { dateEffetLe, finLe } = { ...lettre, ...champs }
  if (dateEffetLe <= finLe) return
  const message = `La fin, le ${formatJour(finLe)}, vient avant la date d’effet, le ${formatJour(dateEffetLe)}. Rien n’a été enregistré.`
  throw new AppError('invalid', message, {
    fields: { [champs.finLe === undefined ? 'dateEffetLe' : 'finLe']: message },
  })
}

/**
 * What a step writes in the letter. Throws `forbidden` when the step does not follow, or when a blocking finding forbids
 * to send; `invalid` when the day makes no sense.
 */
export function franchir(
  lettre: LettreDeMission,
  vers: EtatLettre,
  le: string,
  constats: readonly Constat[],
): Partial<LettreDeMission> {
  const { etat } = lettre
  if (!etatsSuivants[etat].includes(vers)) {
    throw new AppError(
      'forbidden',
      `Une lettre « ${libellesEtatLettre[etat]} » ne peut pas passer à « ${libellesEtatLettre[vers]} ». Rien n’a changé.`,
    )
  }
  if (vers === 'annulee') return { etat: vers, active: 0 }
  if (vers === 'brouillon' || vers === 'enConcertation') return { etat: vers, envoyeeLe: null }
  if (vers === 'aLaSignature') {
    const [premier] = constats.filter(({ gravite }) => gravite === 'bloquant')
    if (estBloque(constats)) throw new AppError('forbidden', `La lettre n’est pas envoyée : ${premier?.message ?? ''}`)
    return { etat: vers, envoyeeLe: le }
  }
  if (vers === 'signee') {
    if (lettre.etablieLe !== null && le < lettre.etablieLe) {
      const message = `La lettre est du ${formatJour(lettre.etablieLe)} : elle ne peut pas avoir été signée le ${formatJour(le)}.`
      throw new AppError('invalid', message, { fields: { le: message } })
    }
    return { etat: vers, signeeLe: le }
  }
  return { etat: vers }
}
