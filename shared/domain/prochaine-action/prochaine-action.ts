import { z } from 'zod'
import { id, instant, jour, ligne, ligneRequise } from '../../schema'

/** Records that a next action can be about, by the word of their table. */
export const sujets = ['agent', 'etablissement', 'reseau', 'lettreDeMission', 'operationFse'] as const
export type Sujet = (typeof sujets)[number]

/** What comes next on a record: what, who, for when. Done ones stay, as its history. */
export const prochaineAction = z.object({
  id,
  sujet: z.enum(sujets),
  sujetId: id,
  quoi: ligneRequise,
  qui: ligne.max(120),
  pourLe: jour.nullable(),
  /** When it was marked as done; null while it waits. */
  faiteAt: instant.nullable(),
})
export type ProchaineAction = z.infer<typeof prochaineAction>

/** Late first, then by day; those without a day last. Undated ones keep the order in which they were written. */
export const parEcheance = (a: Pick<ProchaineAction, 'id' | 'pourLe'>, b: Pick<ProchaineAction, 'id' | 'pourLe'>) =>
  (a.pourLe ?? '9999').localeCompare(b.pourLe ?? '9999') || a.id.localeCompare(b.id)
