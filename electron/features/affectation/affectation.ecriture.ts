import { sql } from 'kysely'
import { AppError } from '../../../shared/app-error'
import type { Affectation } from '../../../shared/domain/affectation/affectation'
import { modifierAffectation } from '../../../shared/domain/affectation/affectation.contract'
import { refuserDates } from '../../../shared/domain/affectation/creation'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database } from '../../database/tables'
import type { Ecrivain } from '../../liste/ecrivain'
import type { Suppression } from '../../liste/suppression'
import { lettresObstacles } from '../../liste/obstacles.queries'
import {
  deleteAffectation,
  getAffectation,
  getAnnee,
  hasActiveLettre,
  hasSameRole,
  updateAffectation,
} from './affectation.queries'

/** Writes the fields given in the transaction given; dates outside the school year and the rôle of a letter are refused. */
export async function ecrireAffectation(
  db: Database,
  id: string,
  champs: Partial<Affectation>,
  attendu?: Readonly<Record<string, unknown>>,
): Promise<Affectation> {
  const before = await getAffectation(db, id)
  refuserSiChangeEntreTemps(before, { champs, attendu })
  const affectation = { ...before, ...champs }
  refuserDates(affectation, await getAnnee(db, affectation.anneeId))
  if (affectation.roleId !== before.roleId && (await leavesLettre(db, before))) {
    throw new AppError(
      'forbidden',
      'Une lettre de mission active a été établie pour ce rôle : le rôle n’a pas été changé. Annulez la lettre, ou ajoutez une autre affectation.',
    )
  }
  await updateAffectation(db, id, champs)
  return affectation
}

/** True when an active letter would be left without the service that it is about. */
async function leavesLettre(db: Parameters<typeof hasActiveLettre>[0], affectation: Affectation): Promise<boolean> {
  return (await hasActiveLettre(db, affectation)) && !(await hasSameRole(db, affectation))
}

export const suppressionDAffectation: Suppression = {
  refus: async (db, id) =>
    (await leavesLettre(db, await getAffectation(db, id)))
      ? 'Une lettre de mission active a été établie pour cette affectation : elle ne peut pas être supprimée. Donnez-lui une date de fin pour la clore ; si la lettre n’est pas signée, vous pouvez aussi l’annuler d’abord.'
      : undefined,
  obstacles: async (db, id) => {
    const { agentId, anneeId, roleId } = await getAffectation(db, id)
    return lettresObstacles(
      db,
      sql`SELECT id FROM lettreDeMission WHERE agentId = ${agentId} AND anneeId = ${anneeId} AND roleId = ${roleId} AND active = 1`,
    )
  },
  effacer: deleteAffectation,
}

export const ecrivainAffectation: Ecrivain = {
  champs: modifierAffectation.input.shape.champs.shape,
  ecrire: (_, db, id, champs) => ecrireAffectation(db, id, champs),
}
