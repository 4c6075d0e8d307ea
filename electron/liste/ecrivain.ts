import type { z } from 'zod'
import type { Database } from '../database/tables'
import type { Context } from '../register/context'

/** How the cells of one table are written: what its form accepts, and the same rule as its form. */
export interface Ecrivain {
  /** The fields and their schemas, those of the operation that the form calls. */
  readonly champs: Readonly<Record<string, z.ZodType>>
  /** Writes some fields of a record in the transaction given, or throws the `AppError` of the rule. */
  readonly ecrire: (context: Context, db: Database, id: string, champs: Record<string, unknown>) => Promise<unknown>
}
