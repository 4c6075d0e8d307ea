import { AppError } from '../../app-error'
import { formatJour } from '../../dates'
import type { NouvelleLettre } from './creation'
import type { Contenu } from './dossier'
import { estFigee, libellesEtatLettre } from './etats'
import type { LettreDeMission } from './lettre-de-mission'

/** What the new text of a letter is written with. */
export interface DemandeDeVersion {
  /** First day of the new text. */
  dateEffetLe: string
  motif: string
  /** Greatest version ever written for this agent, year and rôle. */
  derniereVersion: number
  /** Greatest number of an avenant to the same letter, 0 when it has none. */
  dernierAvenant: number
  reference: string
  /** Another text of the same letter is being prepared. */
  dejaEnPreparation: boolean
  newId: () => string
}

const refuser = (message: string): AppError => new AppError('forbidden', `${message} Rien n’a été créé.`)

function exigerMotif(motif: string, quoi: string): void {
  if (motif.trim() !== '') return
  const message = `Dites pourquoi ${quoi} : le motif reste dans le registre. Rien n’a été créé.`
  throw new AppError('invalid', message, { fields: { motif: message } })
}

function exigerDateEffet({ dateEffetLe, finLe }: LettreDeMission, effetLe: string): void {
  if (effetLe >= dateEffetLe && effetLe <= finLe) return
  const message = `La lettre va du ${formatJour(dateEffetLe)} au ${formatJour(finLe)} : un avenant ne peut pas prendre effet le ${formatJour(effetLe)}. Rien n’a été créé.`
  throw new AppError('invalid', message, { fields: { dateEffetLe: message } })
}

/** The same content in a new draft: rows of its own, signatures to be given again. */
function copier(
  { lettre, etablissements, domaines, objectifs, visas, signataires, reseaux, fse }: Contenu,
  champs: Partial<LettreDeMission>,
  newId: () => string,
): NouvelleLettre {
  const id = newId()
  const ligne = { lettreId: id }
  return {
    lettre: {
      ...lettre,
      ...champs,
      id,
      remplaceId: lettre.id,
      etat: 'brouillon',
      etablieLe: null,
      envoyeeLe: null,
      signeeLe: null,
    },
    etablissements: etablissements.map(({ etablissementId, natureId, volume, uniteVolume, gpds, ordre }) => ({
      ...ligne,
      id: newId(),
      ...{ etablissementId, natureId, volume, uniteVolume, gpds, ordre },
    })),
    domaines: domaines.map(({ domaineId, heures, activites, ordre }) => ({
      ...ligne,
      id: newId(),
      ...{ domaineId, heures, activites, ordre },
    })),
    objectifs: objectifs.map((objectif) => ({ ...objectif, ...ligne, id: newId() })),
    visas: visas.map(({ visaId, ordre }) => ({ ...ligne, id: newId(), visaId, ordre })),
    signataires: signataires.map(({ signataireId, qualite, nom, ordre }) => ({
      ...ligne,
      id: newId(),
      ...{ signataireId, qualite, nom, ordre, signeLe: null },
    })),
    reseaux: reseaux.map(({ reseauId }) => ({ ...ligne, id: newId(), reseauId })),
    fse: fse.map(({ operationId, pourcentage, debutLe, finLe, missions }) => ({
      ...ligne,
      id: newId(),
      ...{ operationId, pourcentage, debutLe, finLe, missions, accepteeLe: null },
    })),
  }
}

/**
 * The draft of an avenant: the letter's content from the day of effect on, to be changed then signed. The letter stays in
 * force until the avenant is signed. Throws `forbidden` when the letter is not signed, no longer lives, or has one already
 * in preparation; `invalid` for the day or the reason.
 */
export function preparerAvenant(contenu: Contenu, demande: DemandeDeVersion): NouvelleLettre {
  const { lettre } = contenu
  if (!estFigee(lettre.etat))
    throw refuser('Cette lettre n’est pas encore signée : elle se modifie directement, sans avenant.')
  if (lettre.etat === 'annulee' || lettre.etat === 'close' || lettre.active === 0)
    throw refuser(
      lettre.active === 0 && lettre.etat !== 'annulee' && lettre.etat !== 'close'
        ? 'Cette lettre n’est plus en vigueur : l’avenant se prépare sur le texte en vigueur.'
        : `Une lettre « ${libellesEtatLettre[lettre.etat]} » ne reçoit plus d’avenant.`,
    )
  if (demande.dejaEnPreparation) throw refuser('Un avenant à cette lettre est déjà en préparation.')
  exigerMotif(demande.motif, 'la lettre est amendée')
  exigerDateEffet(lettre, demande.dateEffetLe)
  const champs = {
    nature: 'avenant',
    version: demande.derniereVersion + 1,
    numeroAvenant: demande.dernierAvenant + 1,
    motif: demande.motif,
    dateEffetLe: demande.dateEffetLe,
    reference: demande.reference,
    active: 0,
  } as const
  const copie = copier(contenu, champs, demande.newId)
  return {
    ...copie,
    fse: copie.fse
      .filter(({ finLe }) => finLe >= demande.dateEffetLe)
      .map((part) => bornerDebut(part, demande.dateEffetLe)),
  }
}

const bornerDebut = <Part extends { debutLe: string }>(part: Part, jour: string): Part =>
  part.debutLe < jour ? { ...part, debutLe: jour } : part

/** The draft that « annule et remplace » a letter already sent; the letter itself is cancelled by the same step. */
export function preparerRemplacement(contenu: Contenu, demande: DemandeDeVersion): NouvelleLettre {
  const { lettre } = contenu
  if (lettre.etat === 'brouillon' || lettre.etat === 'enConcertation')
    throw refuser('Cette lettre n’est pas encore envoyée : elle se modifie directement.')
  if (lettre.etat === 'annulee' || lettre.etat === 'close' || lettre.active === 0)
    throw refuser('Cette lettre n’est plus en vigueur : elle ne se remplace pas.')
  if (demande.dejaEnPreparation)
    throw refuser('Un avenant à cette lettre est en préparation : supprimez-le ou signez-le d’abord.')
  exigerMotif(demande.motif, 'la lettre est remplacée')
  const champs = {
    nature: 'remplacement',
    version: demande.derniereVersion + 1,
    numeroAvenant: 0,
    motif: demande.motif,
    dateEffetLe: demande.dateEffetLe,
    reference: demande.reference,
    active: 1,
  } as const
  exigerDateEffet(lettre, demande.dateEffetLe)
  return copier(contenu, champs, demande.newId)
}

/** « Lettre de mission 2026-2027 », « Lettre de mission 2026-2027, avenant n° 1 »: one text among all those of a person. */
export function designerTexte({
  anneeId,
  nature,
  numeroAvenant,
}: Pick<LettreDeMission, 'anneeId' | 'nature' | 'numeroAvenant'>): string {
  const avenant = nature === 'avenant' ? `, avenant n° ${String(numeroAvenant)}` : ''
  return `Lettre de mission ${anneeId}${avenant}`
}

/** « Avenant n° 1 », « Lettre », « Lettre de remplacement »: how a text of a letter is called. */
export function nommerTexte({ nature, numeroAvenant }: Pick<LettreDeMission, 'nature' | 'numeroAvenant'>): string {
  if (nature === 'avenant') return `Avenant n° ${String(numeroAvenant)}`
  return nature === 'remplacement' ? 'Lettre de remplacement' : 'Lettre'
}
