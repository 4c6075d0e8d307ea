import { app, type BrowserWindow } from 'electron'
import { AppError } from '../../shared/app-error'
import { publishPrintedPage } from './protocol'
import { openHiddenWindow } from './window'

/** Two cores: a third window would only wait. */
const maxWindows = 2

const options = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** Prints pages with Chromium, in a small pool of hidden windows, closed when there is nothing left to print. */
export class Printer {
  readonly #idle: BrowserWindow[] = []
  readonly #waiting: ((window: BrowserWindow) => void)[] = []
  #open = 0

  async print(html: string): Promise<Uint8Array> {
    const window = await this.#acquire()
    const page = publishPrintedPage(html)
    try {
      await showPage(window, page.url)
      return new Uint8Array(await window.webContents.printToPDF(options))
    } catch (cause) {
      throw new AppError('unavailable', 'Le document n’a pas pu être mis en page. Rien n’a été écrit ; recommencez.', {
        cause,
      })
    } finally {
      page.withdraw()
      this.#release(window)
    }
  }

  async #acquire(): Promise<BrowserWindow> {
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#open < maxWindows) {
      this.#open += 1
      return openHiddenWindow(app.isPackaged)
    }
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #release(window: BrowserWindow): void {
    const next = this.#waiting.shift()
    if (next) {
      next(window)
      return
    }
    this.#idle.push(window)
    setTimeout(() => {
      this.#closeIdle(window)
    }, 2000)
  }

  #closeIdle(window: BrowserWindow): void {
    const index = this.#idle.indexOf(window)
    if (index === -1) return
    this.#idle.splice(index, 1)
    this.#open -= 1
    window.destroy()
  }
}

/** Loads a page and waits for its fonts. */
export async function showPage(window: BrowserWindow, url: string): Promise<void> {
  await window.loadURL(url)
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
}
