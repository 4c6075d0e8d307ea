import { AppError } from '../../shared/app-error'
import type { ExamenDeSuppression, Obstacle, TableSupprimable } from '../../shared/domain/liste/suppression.contract'
import type { Database, Reader } from '../database/tables'
import type { Context } from '../register/context'

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

/** The rule of a table's records, if they are deleted at all. */
export const suppressionDe = (
  suppressions: Readonly<Record<TableSupprimable, Suppression>>,
  table: string,
): Suppression | undefined => (Object.hasOwn(suppressions, table) ? suppressions[table as TableSupprimable] : undefined)

/** What the deletion of one record would meet. */
export async function examiner({ db }: Context, suppression: Suppression, id: string): Promise<ExamenDeSuppression> {
  const refus = await suppression.refus(db, id)
  return refus === undefined
    ? { refus: null, obstacles: [] }
    : { refus, obstacles: await suppression.obstacles(db, id) }
}
