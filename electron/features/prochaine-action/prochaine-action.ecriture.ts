import { z } from 'zod'
import { AppError } from '../../../shared/app-error'
import { sujetDeNouvelle } from '../../../shared/domain/prochaine-action/colonnes'
import { prochaineAction, type ProchaineAction } from '../../../shared/domain/prochaine-action/prochaine-action'
import type { Context } from '../../register/context'
import type { Database } from '../../database/tables'
import type { Ecrivain } from '../../liste/ecrivain'
import { deleteAction, getAction, insertAction, updateAction } from './prochaine-action.queries'

type Champs = Partial<Pick<ProchaineAction, 'quoi' | 'qui' | 'pourLe'>>

const { sujet: schemaSujet, quoi, qui, pourLe } = prochaineAction.shape

/** Writes the cells of an action: one that waits, or a new one on the record that the identifier names. */
async function ecrire({ newId }: Pick<Context, 'newId'>, db: Database, id: string, champs: Champs): Promise<void> {
  const nouvelle = sujetDeNouvelle(id)
  if (nouvelle) return ecrireNouvelle(db, { ...nouvelle, id: newId() }, champs)
  await getAction(db, id)
  // Nothing is left to do: the action goes, as when it is erased on its record.
  if (champs.quoi === '') return deleteAction(db, id)
  await updateAction(db, id, champs)
}

async function ecrireNouvelle(
  db: Database,
  { sujet, ...ids }: { id: string; sujet: string; sujetId: string },
  { quoi: texte = '', ...reste }: Champs,
): Promise<void> {
  if (texte === '') {
    const message = 'Rien n’attend sur cette fiche : écrivez d’abord la prochaine action.'
    throw new AppError('invalid', message, { fields: { qui: message, pourLe: message, quoi: message } })
  }
  const action = { qui: '', pourLe: null, ...reste, quoi: texte, faiteAt: null }
  await insertAction(db, { ...ids, ...action, sujet: schemaSujet.parse(sujet) })
}

export const ecrivainProchaineAction: Ecrivain = {
  champs: { quoi: z.union([z.literal(''), quoi]), qui, pourLe },
  ecrire: (context, db, id, champs) => ecrire(context, db, id, champs),
}
