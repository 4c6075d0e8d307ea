import { AppError } from '../../app-error'
import type { Constat } from '../../constat'
import { formatJour } from '../../dates'
import { estFigee, libellesEtatLettre, refusFigee } from './etats'
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
    etat === 'annulee' ? 'Cette lettre est annulée : elle ne se modifie plus. Rien n’a changé.' : refusFigee,
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

/** The day of a step, why it is taken, and the day on which it is recorded. */
export interface Pas {
  le: string
  motif: string
  aujourdhui: string
  /** A letter without date takes the day on which it is sent. */
  dater?: boolean
}

const refuserJour = (message: string): never => {
  throw new AppError('invalid', message, { fields: { le: message } })
}

/** Refuses a signature before the letter it signs, on a day to come, or on a letter without date. */
export function refuserJourDeSignature({ etablieLe }: Pick<LettreDeMission, 'etablieLe'>, pas: Pas): void {
  const { le, aujourdhui } = pas
  if (etablieLe === null)
    refuserJour('La lettre n’est pas datée : donnez-lui sa date avant d’enregistrer une signature. Rien n’a changé.')
  else if (le < etablieLe)
    refuserJour(
      `La lettre est du ${formatJour(etablieLe)} : elle ne peut pas avoir été signée le ${formatJour(le)}. Rien n’a changé.`,
    )
  else if (le > aujourdhui)
    refuserJour(
      `Le ${formatJour(le)} est un jour à venir : une signature s’enregistre quand elle est donnée. Rien n’a changé.`,
    )
}

/**
 * What a step writes in the letter. Throws `forbidden` when the step does not follow, or when a blocking finding forbids
 * to send; `invalid` when the day makes no sense or the reason is missing.
 */
export function franchir(
  lettre: LettreDeMission,
  vers: EtatLettre,
  pas: Pas,
  constats: readonly Constat[],
): Partial<LettreDeMission> {
  const { etat, signeeLe } = lettre
  const { le, motif, dater = false } = pas
  if (!etatsSuivants[etat].includes(vers)) {
    throw new AppError(
      'forbidden',
      `Une lettre « ${libellesEtatLettre[etat]} » ne peut pas passer à « ${libellesEtatLettre[vers]} ». Rien n’a changé.`,
    )
  }
  switch (vers) {
    case 'annulee': {
      if (motif.trim() === '') {
        const message = 'Dites pourquoi la lettre est annulée : le motif reste dans le registre. Rien n’a changé.'
        throw new AppError('invalid', message, { fields: { motif: message } })
      }
      return { etat: vers, active: 0, motif }
    }
    case 'brouillon':
    case 'enConcertation':
      return { etat: vers, envoyeeLe: null }
    case 'aLaSignature': {
      const bloquant = constats.find(({ gravite }) => gravite === 'bloquant')
      if (bloquant) throw new AppError('forbidden', `La lettre n’est pas envoyée. ${bloquant.message}`)
      return { etat: vers, envoyeeLe: le, ...(dater && lettre.etablieLe === null && { etablieLe: le }) }
    }
    case 'signee':
      refuserJourDeSignature(lettre, pas)
      return { etat: vers, signeeLe: le }
    case 'remise':
      if (signeeLe !== null && le < signeeLe)
        refuserJour(
          `La lettre a été signée le ${formatJour(signeeLe)} : elle n’a pas été remise le ${formatJour(le)}. Rien n’a changé.`,
        )
      return { etat: vers }
    case 'signeeEnPartie':
    case 'bilanDemande':
    case 'bilanRecu':
    case 'close':
      return { etat: vers }
  }
}
