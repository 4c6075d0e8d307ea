import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../shared/app-error'
import type { Affectation } from '../../../shared/domain/affectation/affectation'
import type { affectationContract } from '../../../shared/domain/affectation/affectation.contract'
import { etablirAffectation, rattacher } from '../../../shared/domain/affectation/creation'
import { planifierReconduction } from '../../../shared/domain/affectation/reconduction'
import type { HandlersOf } from '../../register/handler'
import { supprimerFiche } from '../../liste/suppression'
import { ecrireAffectation, suppressionDAffectation } from './affectation.ecriture'
import {
  deleteReseaux,
  getAffectation,
  getAnnee,
  insertAffectation,
  insertReseaux,
  listPresents,
  listIdsDAgents,
  listServices,
} from './affectation.queries'

/** Services written between two turns of the process: others are answered, Cancel is heard. */
const tranche = 100

export const affectationHandlers = {
  'affectation.creer': async ({ db, newId }, input) =>
    db.transaction().execute(async (db) => {
      const { affectation, reseaux } = etablirAffectation(input, await getAnnee(db, input.anneeId), newId)
      await insertAffectation(db, affectation, reseaux)
      return affectation
    }),

  'affectation.modifier': async ({ db }, { id, champs, attendu }) =>
    db.transaction().execute((db) => ecrireAffectation(db, id, champs as Partial<Affectation>, attendu)),

  'affectation.supprimer': async ({ db }, { id }) =>
    db.transaction().execute(async (db) => {
      await supprimerFiche(db, suppressionDAffectation, id)
      return null
    }),

  'affectation.definirReseaux': async ({ db, newId }, { id, reseauIds }) =>
    db.transaction().execute(async (db) => {
      await getAffectation(db, id)
      await deleteReseaux(db, id)
      await insertReseaux(db, rattacher(id, reseauIds, newId))
      return null
    }),

  'affectation.reconduire': async ({ db, newId, progress, signal }, { anneeId, ...choix }) =>
    db.transaction().execute(async (db) => {
      const annee = await getAnnee(db, anneeId)
      const ids = 'affectationIds' in choix ? choix.affectationIds : await listIdsDAgents(db, choix)
      const plan = planifierReconduction(await listServices(db, ids), annee, await listPresents(db, anneeId))
      const total = plan.nouvelles.length
      for (const [rang, { affectation, reseauIds }] of plan.nouvelles.entries()) {
        if (rang % tranche === tranche - 1) {
          progress({ fait: rang, total, libelle: 'Une affectation après l’autre' })
          await nextTurn()
          if (signal.aborted) throw new AppError('conflict', 'Annulé : aucune affectation n’a été reconduite.')
        }
        const id = newId()
        await insertAffectation(db, { ...affectation, id }, rattacher(id, reseauIds, newId))
      }
      return {
        reconduites: total,
        dejaPresentes: plan.dejaPresentes,
        contratsFinis: plan.contratsFinis,
      }
    }),
} satisfies HandlersOf<typeof affectationContract>
