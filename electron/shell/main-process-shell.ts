import { session, shell } from 'electron'
import { extname } from 'node:path'
import { AppError } from '../../shared/app-error'
import type { NumberedShellRequest, ShellReply } from '../register/main-shell'
import type { Shell } from '../register/shell'
import { chooseFile, chooseFolder, chooseTarget } from './dialogs'
import { Printer } from './print'
import { printOnPaper } from './print-on-paper'
import { changeWindow } from './window-settings'

/** Documents the application writes; nothing else is ever opened. */
const openable = new Set(['.xlsx', '.pdf', '.csv', '.docx'])

const printer = new Printer()

const mainProcessShell: Shell = {
  chooseFile,
  chooseTarget,
  chooseFolder,
  printToPdf: ({ html }) => printer.print(html),
  print: ({ html }) => printOnPaper(html),
  reveal: (chemin) => {
    shell.showItemInFolder(chemin)
    return Promise.resolve()
  },
  changeWindow: (change) => Promise.resolve(changeWindow(change)),
  keepTyped: () => {
    session.defaultSession.flushStorageData()
    return Promise.resolve(null)
  },
  open: async (chemin) => {
    if (!openable.has(extname(chemin).toLowerCase()))
      throw new AppError('forbidden', 'Seul un document produit par le logiciel peut être ouvert d’ici.')
    const failure = await shell.openPath(chemin)
    if (failure !== '')
      throw new AppError(
        'unavailable',
        `« ${chemin} » n’a pas pu être ouvert : aucun programme ne s’en charge sur cet ordinateur.`,
      )
  },
}

/** Answers one request of the register process. */
export async function answerShellRequest(request: NumberedShellRequest): Promise<ShellReply> {
  try {
    const answer = mainProcessShell[request.verb] as (argument: unknown) => Promise<unknown>
    return { shell: request.shell, ok: true, value: await answer(request.argument) }
  } catch (error) {
    const known =
      error instanceof AppError ? error : new AppError('unavailable', 'Cette action n’a pas abouti.', { cause: error })
    if (!(error instanceof AppError)) console.error('[registre] shell request failed', error)
    return { shell: request.shell, ok: false, error: known.toReply() }
  }
}
