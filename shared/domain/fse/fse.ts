import { z } from 'zod'
import { cents, id, jour, ligne, ligneRequise } from '../../schema'

/** Cost regimes (fse.md § 3.2): each fixes which lines are typed and which are computed. */
export const regimesCouts = ['REEL', 'R7', 'R15', 'R20_PON', 'R20_PERSONNEL', 'R25', 'R40', 'UNITAIRE'] as const
export type RegimeCouts = (typeof regimesCouts)[number]

export const etatsOperation = [
  'projet',
  'deposee',
  'enInstruction',
  'conventionnee',
  'enCours',
  'terminee',
  'soldee',
  'abandonnee',
] as const
export const sensLigne = ['depense', 'ressource'] as const
export const postesDepense = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'] as const
export const postesRessource = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6'] as const
export const postes = [...postesDepense, ...postesRessource] as const
export type Poste = (typeof postes)[number]
export const etatsJustificatif = ['sansObjet', 'aFournir', 'enAttente', 'fourni'] as const

/** An opération: one convention, its dates, its rate and its cost regime. */
export const operationFse = z.object({
  id,
  numero: ligneRequise.max(60),
  intitule: ligneRequise,
  programme: ligne,
  porteur: ligne,
  etat: z.enum(etatsOperation),
  debutLe: jour,
  finLe: jour,
  /** Conventioned rate in percent, at most four decimals. */
  taux: z.number().gt(0).max(100),
  regimeCouts: z.enum(regimesCouts),
  observations: z.string().max(5000),
})
export type OperationFse = z.infer<typeof operationFse>

/** An agent listed by the financial annex of an operation. */
export const operationFseAgent = z.object({ id, operationId: id, agentId: id })
export type OperationFseAgent = z.infer<typeof operationFseAgent>

/** A line of the plan de financement: planned and achieved amounts, in cents. */
export const ligneFse = z.object({
  id,
  operationId: id,
  sens: z.enum(sensLigne),
  poste: z.enum(postes),
  libelle: ligneRequise,
  prevuCents: cents,
  realiseCents: cents,
  justificatif: z.enum(etatsJustificatif),
  observations: ligne.max(2000),
  ordre: z.number().int(),
})
export type LigneFse = z.infer<typeof ligneFse>
