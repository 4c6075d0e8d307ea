import { AppError } from '../../../shared/app-error'
import type { Affectation } from '../../../shared/domain/affectation/affectation'
import type { affectationContract } from '../../../shared/domain/affectation/affectation.contract'
import { etablirAffectation, rattacher, refuserDates } from '../../../shared/domain/affectation/creation'
import { planifierReconduction } from '../../../shared/domain/affectation/reconduction'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { HandlersOf } from '../../register/handler'
import {
  deleteAffectation,
  deleteReseaux,
  getAffectation,
  getAnnee,
  hasActiveLettre,
  hasSameRole,
  insertAffectation,
  insertReseaux,
  listPresents,
  listServices,
  updateAffectation,
} from './affectation.queries'

export const affectationHandlers = {
  'affectation.creer': async ({ db, newId }, input) =>
    db.transaction().execute(async (db) => {
      const { affectation, reseaux } = etablirAffectation(input, await getAnnee(db, input.anneeId), newId)
      await insertAffectation(db, affectation, reseaux)
      return affectation
    }),

  'affectation.modifier': async ({ db }, { id, champs, attendu }) =>
    db.transaction().execute(async (db) => {
      const before = await getAffectation(db, id)
      refuserSiChangeEntreTemps(before, { champs, attendu })
      const affectation = { ...before, ...champs } as Affectation
      refuserDates(affectation, await getAnnee(db, affectation.anneeId))
      if (affectation.roleId !== before.roleId && (await leavesLettre(db, before))) {
        throw new AppError(
          'forbidden',
          'Une lettre de mission active a été établie pour ce rôle : le rôle n’a pas été changé. Annulez la lettre, ou ajoutez une autre affectation.',
        )
      }
      await updateAffectation(db, id, champs as Partial<Affectation>)
      return affectation
    }),

  'affectation.supprimer': async ({ db }, { id }) =>
    db.transaction().execute(async (db) => {
      if (await leavesLettre(db, await getAffectation(db, id))) {
        throw new AppError(
          'forbidden',
          'Une lettre de mission active a été établie pour cette affectation : elle n’a pas été supprimée. Donnez-lui une date de fin pour la clore ; si la lettre n’est pas signée, vous pouvez aussi l’annuler d’abord.',
        )
      }
      await deleteAffectation(db, id)
      return null
    }),

  'affectation.definirReseaux': async ({ db, newId }, { id, reseauIds }) =>
    db.transaction().execute(async (db) => {
      await getAffectation(db, id)
      await deleteReseaux(db, id)
      await insertReseaux(db, rattacher(id, reseauIds, newId))
      return null
    }),

  'affectation.reconduire': async ({ db, newId }, { affectationIds, anneeId }) =>
    db.transaction().execute(async (db) => {
      const annee = await getAnnee(db, anneeId)
      const plan = planifierReconduction(await listServices(db, affectationIds), annee, await listPresents(db, anneeId))
      for (const { affectation, reseauIds } of plan.nouvelles) {
        const id = newId()
        await insertAffectation(db, { ...affectation, id }, rattacher(id, reseauIds, newId))
      }
      return {
        reconduites: plan.nouvelles.length,
        dejaPresentes: plan.dejaPresentes,
        contratsFinis: plan.contratsFinis,
      }
    }),
} satisfies HandlersOf<typeof affectationContract>

/** True when an active letter would be left without the service that it is about. */
async function leavesLettre(db: Parameters<typeof hasActiveLettre>[0], affectation: Affectation): Promise<boolean> {
  return (await hasActiveLettre(db, affectation)) && !(await hasSameRole(db, affectation))
}
