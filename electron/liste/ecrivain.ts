import type { z } from 'zod'
import { AppError } from '../../shared/app-error'
import type { Obstacle } from '../../shared/domain/liste/suppression.contract'
import type { Database, Reader } from '../database/tables'
import type { Context } from '../register/context'

/** How the cells of one table are written: what its form accepts, and the same rule as its form. */
export interface Ecrivain {
  /** The fields and their schemas, those of the operation that the form calls. */
  readonly champs: Readonly<Record<string, z.ZodType>>
  /** Writes some fields of a record in the transaction given, or throws the `AppError` of the rule. */
  readonly ecrire: (context: Context, db: Database, id: string, champs: Record<string, unknown>) => Promise<unknown>
  /** How a record is deleted; absent when a list does not delete. */
  readonly suppression?: Suppression
}

/** The rule of a deletion apart from the deletion: it is said before the question is asked, and holds all the same after. */
export interface Suppression {
  /** Why the record stays, and what can be done instead; undefined when nothing keeps it. Throws `notFound`. */
  readonly refus: (db: Reader, id: string) => Promise<string | undefined>
  /** What keeps it. */
  readonly obstacles: (db: Reader, id: string) => Promise<Obstacle[]>
  readonly effacer: (db: Database, id: string) => Promise<void>
}

/** Deletes a record in the transaction given, or throws `forbidden` with the sentence of its rule. */
export async function supprimerFiche(db: Database, { refus, effacer }: Suppression, id: string): Promise<void> {
  const raison = await refus(db, id)
  if (raison !== undefined) throw new AppError('forbidden', raison)
  await effacer(db, id)
}
