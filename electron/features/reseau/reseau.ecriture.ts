import { sql } from 'kysely'
import { AppError } from '../../../shared/app-error'
import { clesReseau } from '../../../shared/domain/reseau/cles'
import type { Reseau } from '../../../shared/domain/reseau/reseau'
import { refusDeSupprimerReseau } from '../../../shared/domain/reseau/regles'
import { modifierReseau } from '../../../shared/domain/reseau/reseau.contract'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database, Reader } from '../../database/tables'
import type { Ecrivain } from '../../liste/ecrivain'
import type { Suppression } from '../../liste/suppression'
import { affectationsObstacles, lettresObstacles, nommesObstacles } from '../../liste/obstacles.queries'
import { countUsages, deleteReseau, getReseau, getTypeReseau, updateReseau } from './reseau.queries'

/** Writes the fields given in the transaction given, with the keys that follow from them. */
export async function ecrireReseau(
  db: Database,
  id: string,
  champs: Partial<Reseau>,
  attendu?: Readonly<Record<string, unknown>>,
): Promise<Reseau> {
  const avant = await getReseau(db, id)
  refuserSiChangeEntreTemps(avant, { champs, attendu })
  const reseau = { ...avant, ...champs }
  if (champs.typeId !== undefined) await requireType(db, champs.typeId)
  const cles = clesReseau(reseau)
  await updateReseau(db, id, { ...champs, ...cles })
  return { ...reseau, ...cles }
}

export async function requireType(db: Reader, typeId: string) {
  const type = await getTypeReseau(db, typeId)
  if (!type)
    throw new AppError('invalid', 'Choisissez un type de réseau.', { fields: { typeId: 'Type de réseau inconnu.' } })
  return type
}

export const suppressionDeReseau: Suppression = {
  refus: async (db, id) => refusDeSupprimerReseau((await getReseau(db, id)).nom, await countUsages(db, id)),
  obstacles: async (db, id) => [
    ...(await nommesObstacles(
      db,
      'etablissement',
      sql`SELECT etablissementId FROM reseauMembre WHERE reseauId = ${id}`,
    )),
    ...(await affectationsObstacles(db, sql`SELECT affectationId FROM affectationReseau WHERE reseauId = ${id}`)),
    ...(await lettresObstacles(db, sql`SELECT lettreId FROM lettreReseau WHERE reseauId = ${id}`)),
  ],
  effacer: deleteReseau,
}

export const ecrivainReseau: Ecrivain = {
  champs: modifierReseau.input.shape.champs.shape,
  ecrire: (_, db, id, champs) => ecrireReseau(db, id, champs),
}
