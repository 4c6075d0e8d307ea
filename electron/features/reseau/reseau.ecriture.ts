import { AppError } from '../../../shared/app-error'
import { clesReseau } from '../../../shared/domain/reseau/cles'
import type { Reseau } from '../../../shared/domain/reseau/reseau'
import { refusDeSupprimerReseau } from '../../../shared/domain/reseau/regles'
import { modifierReseau } from '../../../shared/domain/reseau/reseau.contract'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database, Reader } from '../../database/tables'
import type { Ecrivain } from '../../liste/ecrivain'
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

/** Deletes a network in the transaction given. */
export async function supprimerReseau(db: Database, id: string): Promise<void> {
  const { nom } = await getReseau(db, id)
  const refus = refusDeSupprimerReseau(nom, await countUsages(db, id))
  if (refus !== undefined) throw new AppError('forbidden', refus)
  await deleteReseau(db, id)
}

export const ecrivainReseau: Ecrivain = {
  champs: modifierReseau.input.shape.champs.shape,
  ecrire: (_, db, id, champs) => ecrireReseau(db, id, champs),
  supprimer: supprimerReseau,
}
