import { sql } from 'kysely'
import { AppError } from '../../../shared/app-error'
import { sensDuPoste } from '../../../shared/domain/fse/colonne-du-plan'
import type { LigneFse, OperationFse } from '../../../shared/domain/fse/fse'
import { type modifierLigneFse, modifierOperation } from '../../../shared/domain/fse/fse.contract'
import type { ParsedInputOf } from '../../../shared/ipc'
import { compte } from '../../../shared/nombres'
import { pluriel } from '../../../shared/text'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database } from '../../database/tables'
import type { Ecrivain } from '../../liste/ecrivain'
import type { Suppression } from '../../liste/suppression'
import { lettresObstacles } from '../../liste/obstacles.queries'
import {
  countLettres,
  deleteOperation,
  getLigne,
  getOperation,
  listLignes,
  updateLigne,
  updateOperation,
} from './fse.queries'

/** Writes the fields given in the transaction given. */
export async function ecrireOperation(
  db: Database,
  id: string,
  champs: Partial<OperationFse>,
  attendu?: Readonly<Record<string, unknown>>,
): Promise<OperationFse> {
  const avant = await getOperation(db, id)
  refuserSiChangeEntreTemps(avant, { champs, attendu })
  const operation = { ...avant, ...champs }
  refuseReversedDates(operation)
  await updateOperation(db, id, champs)
  return operation
}

/** Writes the fields of a line of the plan in the transaction given; its side follows its poste. */
export async function ecrireLigne(
  db: Database,
  { id, champs, attendu }: ParsedInputOf<typeof modifierLigneFse>,
): Promise<LigneFse> {
  const sens = champs.poste === undefined ? {} : { sens: sensDuPoste(champs.poste) }
  const changes = { ...champs, ...sens } as Partial<LigneFse>
  const avant = await getLigne(db, id)
  refuserSiChangeEntreTemps(avant, { champs, attendu })
  await updateLigne(db, id, changes)
  return { ...avant, ...changes }
}

export function refuseReversedDates({ debutLe, finLe }: Pick<OperationFse, 'debutLe' | 'finLe'>): void {
  if (debutLe > finLe) {
    throw new AppError('invalid', 'La fin de l’opération précède son début. Rien n’a été enregistré.', {
      fields: { finLe: 'La fin doit suivre le début.' },
    })
  }
}

export const suppressionDOperation: Suppression = {
  refus: async (db, id) => {
    const { intitule } = await getOperation(db, id)
    const lettres = await countLettres(db, id)
    if (lettres > 0)
      return `L’opération « ${intitule} » est citée par ${String(lettres)} ${pluriel(lettres, 'lettre')} de mission : elle ne peut pas être supprimée. Passez-la à l’état « abandonnée ».`
    const lignes = (await listLignes(db, id)).length
    if (lignes > 0)
      return `L’opération « ${intitule} » a ${compte(lignes, 'ligne')} dans son plan de financement : elle ne peut pas être supprimée. Passez-la à l’état « abandonnée » pour la clore, ou retirez d’abord ses lignes.`
    return undefined
  },
  obstacles: (db, id) => lettresObstacles(db, sql`SELECT lettreId FROM lettreFse WHERE operationId = ${id}`),
  effacer: deleteOperation,
}

export const ecrivainOperation: Ecrivain = {
  champs: modifierOperation.input.shape.champs.shape,
  ecrire: (_, db, id, champs) => ecrireOperation(db, id, champs),
}
