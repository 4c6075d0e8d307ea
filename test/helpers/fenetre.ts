import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { electronSwitches } from '../../build/launch/switches.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The application in its real window, alone in a folder of its own, with what it complained about. */
export interface Fenetre {
  app: ElectronApplication
  page: Page
  dossier: string
  /** Errors on the page's console, CSP violations among them. */
  plaintes: string[]
  /** The next « open » dialogs answer with these files, in order. */
  choisir: (...chemins: string[]) => Promise<void>
  /** The next « save » dialogs answer with these targets, in order. */
  enregistrerSous: (...chemins: string[]) => Promise<void>
  fermer: () => Promise<void>
  /** As when the current fails: every process of the application at once, none of them warned. */
  couper: () => Promise<void>
}

interface Options {
  dossier?: string
  taille?: { width: number; height: number }
  theme?: 'light' | 'dark'
}

/** Starts the real Electron on the compiled application; `dossier` given again reopens with the same settings. */
export async function ouvrirFenetre({
  dossier = mkdtempSync(join(tmpdir(), 'registre-fenetre-')),
  taille,
  theme = 'light',
}: Options = {}): Promise<Fenetre> {
  const app = await _electron.launch({
    executablePath: join(
      process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '',
      process.platform === 'win32' ? 'electron.exe' : 'electron',
    ),
    args: [...electronSwitches(), `--user-data-dir=${join(dossier, 'reglages')}`, root],
    timeout: 30_000,
  })
  const page = await app.firstWindow({ timeout: 30_000 })
  const plaintes: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') plaintes.push(message.text())
  })
  page.on('pageerror', (error) => plaintes.push(error.message))
  if (taille) {
    await app.evaluate(({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
    }, taille)
  }
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  return {
    app,
    page,
    dossier,
    plaintes,
    choisir: (...chemins) => answer(app, 'showOpenDialog', chemins),
    enregistrerSous: (...chemins) => answer(app, 'showSaveDialog', chemins),
    fermer: async () => {
      await app.close()
    },
    couper: () => couper(app),
  }
}

async function couper(app: ElectronApplication): Promise<void> {
  const parentDe = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((ligne) => ligne.trim().split(/\s+/).map(Number))
  const famille = [app.process().pid]
  for (const membre of famille) famille.push(...parentDe.flatMap(([pid, parent]) => (parent === membre ? [pid] : [])))
  const fini = new Promise((resolve) => app.process().once('exit', resolve))
  for (const pid of famille) if (pid !== undefined) process.kill(pid, 'SIGKILL')
  await fini
}

/** Native dialogs cannot be clicked: they answer with what the test says, once each. */
function answer(
  app: ElectronApplication,
  method: 'showOpenDialog' | 'showSaveDialog',
  chemins: string[],
): Promise<void> {
  return app.evaluate(
    ({ dialog }, [name, answers]) => {
      const queue = [...answers]
      const next = (): string => {
        const answered = queue.shift()
        if (answered === undefined) throw new Error(`unexpected ${name}`)
        return answered
      }
      if (name === 'showOpenDialog')
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [next()] })
      else dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: next() })
    },
    [method, chemins] as const,
  )
}
