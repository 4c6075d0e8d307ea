import { app, type WebContents } from 'electron'
import { AppError } from '../../shared/app-error'
import { showPage } from './print'
import { publishPrintedPage } from './protocol'
import { openHiddenWindow } from './window'

/** The system's print dialog on a page; see `Shell.print`. The window that holds it goes away with the dialog. */
export async function printOnPaper(html: string): Promise<boolean> {
  const window = openHiddenWindow(app.isPackaged)
  const page = publishPrintedPage(html)
  try {
    if ((await window.webContents.getPrintersAsync()).length === 0)
      throw new AppError(
        'unavailable',
        'Aucune imprimante n’est installée sur cet ordinateur. Rien n’a été imprimé ; enregistrez plutôt le PDF.',
      )
    await showPage(window, page.url)
    return await askAndPrint(window.webContents)
  } finally {
    page.withdraw()
    window.destroy()
  }
}

function askAndPrint(contents: WebContents): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (printed, reason) => {
      if (printed || /cancel/iu.test(reason)) resolve(printed)
      else
        reject(
          new AppError('unavailable', 'L’impression n’a pas abouti. Vérifiez l’imprimante, ou enregistrez le PDF.', {
            cause: reason,
          }),
        )
    })
  })
}
