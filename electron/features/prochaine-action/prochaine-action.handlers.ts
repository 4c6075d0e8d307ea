import { AppError } from '../../../shared/app-error'
import { parEcheance, type ProchaineAction } from '../../../shared/domain/prochaine-action/prochaine-action'
import type { prochaineActionContract } from '../../../shared/domain/prochaine-action/prochaine-action.contract'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { HandlersOf } from '../../register/handler'
import {
  deleteAction,
  getAction,
  hasFiche,
  insertAction,
  listActionsDe,
  listActionsEnCours,
  updateAction,
} from './prochaine-action.queries'

export const prochaineActionHandlers = {
  'prochaineAction.lire': async ({ db }, { sujet, sujetId }) => {
    const actions = await listActionsDe(db, sujet, sujetId)
    return {
      enCours: actions.filter(({ faiteAt }) => faiteAt === null).toSorted(parEcheance),
      faites: actions.filter(({ faiteAt }) => faiteAt !== null),
    }
  },

  'prochaineAction.lister': async ({ db }, { sujet }) => (await listActionsEnCours(db, sujet)).toSorted(parEcheance),

  'prochaineAction.creer': async ({ db, newId }, saisie) =>
    db.transaction().execute(async (db) => {
      if (!(await hasFiche(db, saisie.sujet, saisie.sujetId)))
        throw new AppError('notFound', 'Cette fiche n’est plus dans le registre. Rien n’a été écrit.')
      const action: ProchaineAction = { ...saisie, id: newId(), faiteAt: null }
      await insertAction(db, action)
      return action
    }),

  'prochaineAction.modifier': async ({ db }, { id, ...entree }) =>
    db.transaction().execute(async (db) => {
      const avant = await getAction(db, id)
      refuserSiChangeEntreTemps(avant, entree)
      const champs = entree.champs as Partial<ProchaineAction>
      await updateAction(db, id, champs)
      return { ...avant, ...champs }
    }),

  'prochaineAction.marquer': async ({ db, now }, { id, faite }) =>
    db.transaction().execute(async (db) => {
      const action = { ...(await getAction(db, id)), faiteAt: faite ? now() : null }
      await updateAction(db, id, { faiteAt: action.faiteAt })
      return action
    }),

  'prochaineAction.supprimer': async ({ db }, { id }) =>
    db.transaction().execute(async (db) => {
      await deleteAction(db, (await getAction(db, id)).id)
      return null
    }),
} satisfies HandlersOf<typeof prochaineActionContract>
