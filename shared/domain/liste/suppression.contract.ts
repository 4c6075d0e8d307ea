import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { id } from '../../schema'

/** What keeps a record in the register: another one that names it, or something of its own. */
export interface Obstacle {
  /** Record to open; null when it is a part of the one to delete. */
  fiche: 'agent' | 'etablissement' | 'reseau' | 'lettre' | null
  id: string
  libelle: string
}

export interface ExamenDeSuppression {
  /** Why it cannot be deleted, and what can be done instead; null when it can. */
  refus: string | null
  /** What it is about, the first of each kind. */
  obstacles: Obstacle[]
}

export const tablesSupprimables = [
  'affectation',
  'agent',
  'etablissement',
  'lettreDeMission',
  'modeleLettre',
  'operationFse',
  'reseau',
] as const
export type TableSupprimable = (typeof tablesSupprimables)[number]

/** Says, before anything is asked, whether a record may be deleted. */
export const examinerSuppression = operation({
  name: 'liste.examinerSuppression',
  kind: 'query',
  input: z.object({
    table: z.enum(tablesSupprimables),
    /** Of a model of letter, its code. */
    id,
  }),
  output: returns<ExamenDeSuppression>(),
})
