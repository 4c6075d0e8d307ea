import { AppError } from '../../../shared/app-error'
import type { OperationFse } from '../../../shared/domain/fse/fse'
import { modifierOperation } from '../../../shared/domain/fse/fse.contract'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database } from '../../database/tables'
import type { Ecrivain } from '../../liste/ecrivain'
import { getOperation, updateOperation } from './fse.queries'

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

export function refuseReversedDates({ debutLe, finLe }: Pick<OperationFse, 'debutLe' | 'finLe'>): void {
  if (debutLe > finLe) {
    throw new AppError('invalid', 'La fin de l’opération précède son début. Rien n’a été enregistré.', {
      fields: { finLe: 'La fin doit suivre le début.' },
    })
  }
}

export const ecrivainOperation: Ecrivain = {
  champs: modifierOperation.input.shape.champs.shape,
  ecrire: (_, db, id, champs) => ecrireOperation(db, id, champs),
}
