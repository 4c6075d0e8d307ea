import { AppError } from '../../../shared/app-error'
import { confirm } from '../../ui/dialog'

/**
 * Writes files in a folder; asks once before those of the same names are replaced, before anything is written. Null when
 * they are to stay.
 */
export async function sansEcraser<Fait>(
  ecrire: (remplacer: boolean) => Promise<Fait>,
): Promise<{ readonly fait: Fait } | null> {
  try {
    return { fait: await ecrire(false) }
  } catch (error) {
    const deja = error instanceof AppError ? error.fields?.['remplacer'] : undefined
    if (deja === undefined) throw error
    const agreed = await confirm({
      title: 'Remplacer les fichiers de ce dossier ?',
      message: `${deja} Pour garder ce qui est là, annulez, puis choisissez un autre dossier.`,
      action: 'Remplacer les fichiers',
      tone: 'danger',
    })
    return agreed ? { fait: await ecrire(true) } : null
  }
}
