import { AppError } from '../../app-error'
import { formatJour } from '../../dates'
import { type Pas, refuserJourDeSignature } from './cycle'
import { attendSignature, libellesEtatLettre } from './etats'
import type { EtatLettre, LettreDeMission } from './lettre-de-mission'

/** A signatory of the letter, as the rules need it. */
export interface SignataireDeLettre {
  id: string
  /** Of the académie's list; null for the agent. */
  code: string | null
  qualite: string
  nom: string
  signeLe: string | null
}

/** Which signatory is meant: a row of the letter, a code of the list (« AGENT » for the agent), or the next one awaited. */
export interface Cible {
  ligneId?: string | undefined
  code?: string | undefined
}

export interface SignatureAEcrire {
  ligneId: string
  /** « Le chef d’établissement, Jean EXEMPLE », for the history. */
  qui: string
  etat: Extract<EtatLettre, 'signeeEnPartie' | 'signee'>
  /** Day of the last signature once all are given. */
  signeeLe: string | null
  motif: string
}

/** Code of the agent among the signatories. */
export const codeAgent = 'AGENT'

/** The code by which a signatory is asked for on many letters at once. */
export const codeDe = ({ code }: Pick<SignataireDeLettre, 'code'>): string => code ?? codeAgent

/** A signatory as lists name it, over many letters: the agents are as many people, of either gender. */
export const nommerAttendu = ({ code, qualite }: Pick<SignataireDeLettre, 'code' | 'qualite'>): string =>
  codeDe({ code }) === codeAgent ? 'L’agent' : qualite

export const nommerSignataire = ({ qualite, nom }: Pick<SignataireDeLettre, 'qualite' | 'nom'>): string =>
  nom === '' ? qualite : `${qualite}, ${nom}`

const refuser = (message: string): AppError => new AppError('forbidden', `${message} Rien n’a changé.`)

/** The date that a letter signed without one takes: that of its sending, and never after its signature. */
export const jourDeLettre = (
  { etablieLe, envoyeeLe }: Pick<LettreDeMission, 'etablieLe' | 'envoyeeLe'>,
  signeLe: string,
): string => etablieLe ?? (envoyeeLe !== null && envoyeeLe < signeLe ? envoyeeLe : signeLe)

/** The signatory whose turn it is; undefined once all have signed. */
export const prochainSignataire = <S extends SignataireDeLettre>(signataires: readonly S[]): S | undefined =>
  signataires.find(({ signeLe }) => signeLe === null)

function trouver(signataires: readonly SignataireDeLettre[], { ligneId, code }: Cible): SignataireDeLettre {
  const vise =
    ligneId !== undefined
      ? signataires.find(({ id }) => id === ligneId)
      : code !== undefined
        ? signataires.find((signataire) => codeDe(signataire) === code)
        : prochainSignataire(signataires)
  if (vise === undefined) throw refuser('La lettre n’attend pas cette signature.')
  if (vise.signeLe !== null) throw refuser(`« ${vise.qualite} » a déjà signé le ${formatJour(vise.signeLe)}.`)
  return vise
}

/**
 * Records one signature. Throws `forbidden` when the letter is not being signed, when it does not await this signature,
 * or when somebody signs before their turn without `horsOrdre`; `invalid` when the day makes no sense. Usage: the order is
 * that of the circuit, the exception is said and kept in the history.
 */
export function signer(
  lettre: LettreDeMission,
  signataires: readonly SignataireDeLettre[],
  cible: Cible,
  { horsOrdre, ...pas }: Pas & { horsOrdre: boolean },
): SignatureAEcrire {
  if (!attendSignature(lettre.etat))
    throw refuser(`Une lettre « ${libellesEtatLettre[lettre.etat]} » n’attend aucune signature.`)
  const vise = trouver(signataires, cible)
  const premierAttendu = prochainSignataire(signataires)
  const avantSonTour = premierAttendu !== undefined && premierAttendu.id !== vise.id
  if (avantSonTour && !horsOrdre)
    throw refuser(
      `« ${premierAttendu.qualite} » signe avant « ${vise.qualite} » : enregistrez d’abord sa signature, ou cochez « Hors de l’ordre du circuit ».`,
    )
  refuserJourDeSignature(lettre, pas)
  const jours = signataires.map(({ id, signeLe }) => (id === vise.id ? pas.le : signeLe))
  const complete = jours.every((jour) => jour !== null)
  return {
    ligneId: vise.id,
    qui: nommerSignataire(vise),
    etat: complete ? 'signee' : 'signeeEnPartie',
    signeeLe: complete ? (jours.toSorted().at(-1) ?? null) : null,
    motif: avantSonTour ? 'Hors de l’ordre du circuit' : '',
  }
}

export interface RetraitDeSignature {
  qui: string
  etat: Extract<EtatLettre, 'aLaSignature' | 'signeeEnPartie'>
  /** No signature is left: the text opens again. */
  rouvre: boolean
}

/** Takes back a signature recorded by mistake, with its reason; a letter already handed over is amended or cancelled instead. */
export function retirerSignature(
  lettre: LettreDeMission,
  signataires: readonly SignataireDeLettre[],
  ligneId: string,
  motif: string,
): RetraitDeSignature {
  const vise = signataires.find(({ id }) => id === ligneId)
  if (vise?.signeLe == null) throw refuser('Cette signature n’est pas enregistrée.')
  if (lettre.etat !== 'signeeEnPartie' && lettre.etat !== 'signee')
    throw refuser(
      `Une lettre « ${libellesEtatLettre[lettre.etat]} » garde ses signatures : préparez un avenant, ou annulez-la.`,
    )
  if (motif.trim() === '') {
    const message = 'Dites pourquoi la signature est retirée : le motif reste dans le registre. Rien n’a changé.'
    throw new AppError('invalid', message, { fields: { motif: message } })
  }
  const reste = signataires.some(({ id, signeLe }) => id !== ligneId && signeLe !== null)
  return { qui: nommerSignataire(vise), etat: reste ? 'signeeEnPartie' : 'aLaSignature', rouvre: !reste }
}
