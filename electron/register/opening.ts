import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../shared/app-error'
import type { Academie } from '../../shared/domain/parametres/academie'
import { createRegistre, openRegistre } from '../database/open'
import type { Database } from '../database/tables'
import type { ProcessContext } from './context'
import { seedRegistre } from './seed'

/** Opens a register in place of the present one, which stays open if the new one is refused. */
export function ouvrirRegistreDe({ session, recents, now, log }: ProcessContext, chemin: string): void {
  if (session.registre?.chemin === chemin) return
  const registre = openRegistre(chemin, now())
  session.replace(registre, log)
  recents.add({ chemin, nom: registre.nom, ouvertAt: now() })
}

/** Creates, seeds, fills (`fill`, in the same transaction) and opens a register. A file that is there already is refused, never overwritten. */
export async function creerRegistreDans(
  context: ProcessContext,
  chemin: string,
  academie: Academie,
  fill?: (db: Database) => Promise<void>,
): Promise<void> {
  const { session, recents, now, today, newId, resources, log } = context
  if (existsSync(chemin)) {
    throw new AppError(
      'conflict',
      `« ${basename(chemin)} » existe déjà. Il n’a pas été modifié : choisissez un autre nom, ou ouvrez-le.`,
    )
  }
  const registre = createRegistre(chemin, now())
  try {
    await registre.db.transaction().execute(async (db) => {
      await seedRegistre(db, { academie, resources, today: today(), newId })
      await fill?.(db)
    })
  } catch (error) {
    registre.discard()
    throw error
  }
  session.replace(registre, log)
  recents.add({ chemin, nom: registre.nom, ouvertAt: now() })
}
