import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { modification } from '../../modification'
import { id } from '../../schema'
import { prochaineAction, type ProchaineAction } from './prochaine-action'

const { sujet, sujetId } = prochaineAction.shape
const saisie = prochaineAction.pick({ quoi: true, qui: true, pourLe: true })

/** The actions of one record: what waits, the soonest first, then what was done, the latest first. */
export const lireProchainesActions = operation({
  name: 'prochaineAction.lire',
  kind: 'query',
  input: z.object({ sujet, sujetId }),
  output: returns<{ enCours: ProchaineAction[]; faites: ProchaineAction[] }>(),
})

/** Everything that waits on one kind of record, the soonest first: what a list or a board shows beside each row. */
export const listerProchainesActions = operation({
  name: 'prochaineAction.lister',
  kind: 'query',
  input: z.object({ sujet }),
  output: returns<ProchaineAction[]>(),
})

export const creerProchaineAction = operation({
  name: 'prochaineAction.creer',
  kind: 'command',
  input: saisie
    .extend({ sujet, sujetId, qui: saisie.shape.qui.default(''), pourLe: saisie.shape.pourLe.default(null) })
    .strict(),
  output: returns<ProchaineAction>(),
})

export const modifierProchaineAction = operation({
  name: 'prochaineAction.modifier',
  kind: 'command',
  input: modification(saisie),
  output: returns<ProchaineAction>(),
})

/** Marks an action as done, or as waiting again. */
export const marquerProchaineAction = operation({
  name: 'prochaineAction.marquer',
  kind: 'command',
  input: z.object({ id, faite: z.boolean() }),
  output: returns<ProchaineAction>(),
})

export const supprimerProchaineAction = operation({
  name: 'prochaineAction.supprimer',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

export const prochaineActionContract = {
  [lireProchainesActions.name]: lireProchainesActions,
  [listerProchainesActions.name]: listerProchainesActions,
  [creerProchaineAction.name]: creerProchaineAction,
  [modifierProchaineAction.name]: modifierProchaineAction,
  [marquerProchaineAction.name]: marquerProchaineAction,
  [supprimerProchaineAction.name]: supprimerProchaineAction,
}
