import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { AppError } from '../../shared/app-error'
import { refuserDossierAbsent } from '../documents/deliver'
import { fileNamed, type OptionValues, type Terminal } from './command'

/** For the commands that write a file or fill a folder: what is already there stays, unless it is said otherwise. */
export const remplacerOption = { remplacer: { type: 'boolean' } } as const

export const peutRemplacer = (options: OptionValues): boolean => options['remplacer'] === true

/**
 * Token of a file to write, of which the name ends as its content says. Refused before any work when something has this
 * name and `--remplacer` was not typed, or when its folder does not exist.
 */
export async function grantSortie(
  terminal: Terminal,
  options: OptionValues,
  { chemin, extension }: { chemin: string; extension: string },
): Promise<string> {
  const cible = terminal.absolute(fileNamed(chemin, extension))
  await refuserDossierAbsent(cible)
  const la = await stat(cible).catch(() => null)
  if (la?.isDirectory() === true)
    throw new AppError(
      'conflict',
      `« ${basename(cible)} » est un dossier. Rien n’a été écrit : donnez un nom de fichier.`,
    )
  if (la !== null && !peutRemplacer(options))
    throw new AppError(
      'conflict',
      `« ${basename(cible)} » existe déjà dans ${dirname(cible)}. Rien n’a été écrit : ajoutez --remplacer pour l’écraser, ou donnez un autre nom.`,
    )
  return terminal.grant(chemin)
}
