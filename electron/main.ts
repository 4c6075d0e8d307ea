import { app, BrowserWindow, dialog, session, type WebFrameMain } from 'electron'
import { basename, dirname, join } from 'node:path'
import { partiesLocales } from '../shared/dates'
import { wordsOf } from './cli/words'
import { inPage, readDepart } from './shell/depart'
import { installMenu } from './shell/menu'
import { appOrigin, registerAppScheme, serveApp } from './shell/protocol'
import { RegisterProcess } from './shell/register-process'
import { hardenProcess, hardenSession } from './shell/security'
import { openMainWindow } from './shell/window'

app.setName('Registre MLDS')
hardenProcess()
registerAppScheme()

const words = wordsOf(process.argv, app.isPackaged)
if (words.length > 0) void app.whenReady().then(() => commandLine(words))
else if (app.requestSingleInstanceLock()) startWindow()
else app.quit()

function prepareSession(depart?: () => string): void {
  hardenSession(session.defaultSession)
  serveApp(session.defaultSession, join(app.getAppPath(), 'out', 'renderer'), depart)
}

async function commandLine(words: string[]): Promise<void> {
  endOnTrouble()
  // Read here, so that the window starts without it.
  const { runCommandLine } = await import('./cli/run')
  prepareSession()
  // Hidden printing windows come and go: closing the last one must not end the command.
  app.on('window-all-closed', () => undefined)
  const register = new RegisterProcess((code) => {
    process.stderr.write(
      `Le moteur du registre s’est arrêté (code ${String(code)}). Ce qui était enregistré est conservé.\n`,
    )
    app.exit(1)
  })
  register.start()
  const exitCode = await runCommandLine(words, register, process.cwd())
  await register.stop()
  app.exit(exitCode)
}

/** Without a window nobody could close Electron's own error box: a reader gone (`| head`) or a defect ends the command. */
function endOnTrouble(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => {
      app.exit(1)
    })
  }
  process.on('uncaughtException', (error) => {
    console.error(error)
    app.exit(1)
  })
}

function startWindow(): void {
  let register: RegisterProcess | null = null
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  app.on('will-quit', (event) => {
    const running = register
    if (!running) return
    event.preventDefault()
    register = null
    void running.stop().then(() => {
      app.quit()
    })
  })
  void app.whenReady().then(() => {
    const running = reopenedRegister()
    register = running
    const depart = readDepart(app.getPath('userData'), partiesLocales(new Date().toISOString()).jour)
    const pages = [inPage(depart)]
    prepareSession(() => pages.pop() ?? inPage(null))
    // Whoever has its first screen's answers draws it with the whole machine for itself; otherwise the register comes
    // first, because it takes the longest and needs nothing of the window.
    if (depart?.valeurs == null) running.start()
    const openWindow = (): BrowserWindow => {
      const window = openMainWindow(app.isPackaged)
      handPorts(window, running)
      return window
    }
    openWindow().webContents.once('did-stop-loading', () => {
      running.start()
    })
    installMenu(app.isPackaged, {
      openWindow,
      run: (nom, window) => running.announceCommand(nom, window.webContents.id),
    })
  })
}

/** The register process with the register that was open last; not started yet. */
function reopenedRegister(): RegisterProcess {
  const register = new RegisterProcess(() => {
    dialog.showErrorBox(
      'Registre MLDS',
      'Le moteur du registre s’est arrêté. Tout ce qui était enregistré est conservé : relancez le logiciel.',
    )
    app.exit(1)
  })
  register.reopenLast()
  return register
}

/** Gives the window's main frame, and nothing else, its port to the register: at its start and at each reload. */
function handPorts({ webContents }: BrowserWindow, register: RegisterProcess): void {
  webContents.ipc.on('registre-port', ({ senderFrame }) => {
    if (!isOwnPage(senderFrame)) return
    webContents.postMessage('registre-port', null, [register.newClient(webContents.id)])
  })
  // A drop is of a few files; a token is made for each, and the window never learns a path that it could send back.
  webContents.ipc.handle('fichiers-deposes', ({ senderFrame }, chemins: unknown) => {
    if (!isOwnPage(senderFrame) || !Array.isArray(chemins)) return []
    const paths = chemins.filter((chemin) => typeof chemin === 'string').slice(0, 20)
    return Promise.all(
      paths.map(async (chemin) => ({
        jeton: await register.grant(chemin),
        nom: basename(chemin),
        dossier: dirname(chemin),
      })),
    )
  })
}

const isOwnPage = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && frame.url.startsWith(`${appOrigin}/`)
