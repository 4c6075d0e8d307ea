import { urgenceDe, type Urgence } from '../../urgence'
import { momentDe } from '../jalon/calendrier'
import type { Jalon } from '../jalon/jalon'
import type { ProchaineAction, Sujet } from '../prochaine-action/prochaine-action'

/** What a line opens: the word of its table and its identifier. */
export interface Cible {
  table: Sujet | 'jalon'
  id: string
}

/** Something that has a day. */
export interface Echeance {
  id: string
  genre: 'action' | 'jalon' | 'contrat' | 'finFse'
  libelle: string
  /** What it is about: the record, the period. */
  detail: string
  qui: string
  pourLe: string | null
  urgence: Urgence
  cible: Cible
}

/** A letter that waits for its next signatory. */
export interface LettreASigner {
  id: string
  agent: string
  /** Day since which it waits; null when nobody wrote it. */
  depuisLe: string | null
}

/** Letters by the signatory whose turn it is, those who keep the oldest first. */
export interface Signature {
  signataire: string
  lettres: LettreASigner[]
}

/** Figures that open the list of what they count. */
export interface Constats {
  aLaSignature: number
  sansLettre: number
  contrats: number
  sansReseau: number
  plusieursReseaux: number
  sansCoordonnateur: number
  finsFse: number
  justificatifs: number
}

/** What a new register begins with, and what it holds of each. */
export interface PremiersPas {
  etablissements: number
  agents: number
  reseaux: number
  lettres: number
}

export interface Aujourdhui {
  jour: string
  /** Late first. */
  echeances: Echeance[]
  signatures: Signature[]
  constats: Constats
  premiersPas: PremiersPas
  /** Milestones of the year to come or running, the next first, whatever their notice. */
  jalons: Jalon[]
}

const rangs: Record<Urgence, number> = { retard: 0, semaine: 1, plusTard: 2 }

/** Late, then this week, then later; each by day, what has none last. */
export const parUrgence = (a: Echeance, b: Echeance): number =>
  rangs[a.urgence] - rangs[b.urgence] ||
  (a.pourLe ?? '9999').localeCompare(b.pourLe ?? '9999') ||
  a.libelle.localeCompare(b.libelle, 'fr')

/** A milestone is in the day's list from the beginning of its preparation until it is done. */
export const jalonATraiter = (jalon: Jalon, aujourdhui: string): boolean =>
  ['retard', 'enCours', 'aPreparer'].includes(momentDe(jalon, aujourdhui))

export const echeanceDAction = (
  { id, quoi, qui, pourLe, sujet, sujetId }: ProchaineAction,
  detail: string,
  aujourdhui: string,
): Echeance => ({
  id,
  genre: 'action',
  libelle: quoi,
  detail,
  qui,
  pourLe,
  urgence: urgenceDe(pourLe, aujourdhui),
  cible: { table: sujet, id: sujetId },
})

/** What the navigation counts: late, or due before the end of the week. */
export const presse = ({ urgence }: Pick<Echeance, 'urgence'>): boolean => urgence !== 'plusTard'

/** Signatories whose letters wait the longest first; within one, the oldest first. */
export function grouperSignatures(lettres: readonly (LettreASigner & { signataire: string })[]): Signature[] {
  const groupes = new Map<string, LettreASigner[]>()
  const anciennes = lettres.toSorted((a, b) => (a.depuisLe ?? '9999').localeCompare(b.depuisLe ?? '9999'))
  for (const { signataire, ...lettre } of anciennes) {
    const groupe = groupes.get(signataire)
    if (groupe) groupe.push(lettre)
    else groupes.set(signataire, [lettre])
  }
  return [...groupes].map(([signataire, siennes]) => ({ signataire, lettres: siennes }))
}
