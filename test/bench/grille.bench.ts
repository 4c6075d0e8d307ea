import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type Page } from 'playwright-core'
import { build } from 'vite'
import { electronSwitches } from '../../build/launch/switches.mjs'
import { ouvrirFenetre, type Fenetre } from '../helpers/fenetre'
import { registreDe100000Lignes } from './registre-volumineux'

/**
 * The list of établissements in the real window, on 100 000 rows and on 1 000, and the rows of TanStack Virtual alone in an
 * Electron window of the same size.
 */
const rounds = 3
/** Returns to the list in each window: enough for the median to be of code that both engines have compiled. */
const peintures = 15
const taille = { width: 1366, height: 768 }
const [great, small] = [100_000, 1_000]
const folder = mkdtempSync(join(tmpdir(), 'banc-grille-'))

interface Tour {
  peinture: number
  memoire: number
  images: number
  frappe: number
}

try {
  const dossiers = { great: await dossier(great), small: await dossier(small) }
  const tours: Record<'great' | 'small', Tour[]> = { great: [], small: [] }
  const nue = await grilleNue()
  const nues: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    tours.small.push(await mesurer(dossiers.small))
    nues.push(await mesurerNue(nue))
    tours.great.push(await mesurer(dossiers.great))
  }
  const milieu = (lignes: 'great' | 'small', champ: keyof Tour): number =>
    mediane(tours[lignes].map((tour) => tour[champ]))
  dire(
    'Première peinture, 100 000 lignes',
    milieu('great', 'peinture'),
    'la même à 1 000 lignes',
    milieu('small', 'peinture'),
    'ms',
    1.2,
  )
  dire(
    'Première peinture, 100 000 lignes',
    milieu('great', 'peinture'),
    'TanStack Virtual seul, cellules nues',
    mediane(nues),
    'ms',
    1.5,
  )
  dire(
    'Mémoire de la page, 100 000 lignes',
    milieu('great', 'memoire'),
    'la même à 1 000 lignes',
    milieu('small', 'memoire'),
    'Mo',
    1.5,
  )
  dire('Défilement, image au 95e centile', milieu('great', 'images'), 'limite', 50, 'ms', 1)
  dire('Frappe du filtre jusqu’à la peinture, 95e centile', milieu('great', 'frappe'), 'limite', 100, 'ms', 1)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function mediane(valeurs: readonly number[]): number {
  return valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? 0
}

function dire(mesure: string, nous: number, pair: string, valeurPair: number, unite: string, limite: number): void {
  console.log(JSON.stringify({ mesure, nous: Math.round(nous * 10) / 10, pair, valeurPair, unite, limite }))
}

async function dossier(etablissements: number): Promise<string> {
  const chemin = join(folder, `${String(etablissements)}.mlds`)
  await registreDe100000Lignes(chemin, { etablissements, adhesions: Math.round(etablissements / 2) })
  const lieu = join(folder, String(etablissements))
  mkdirSync(join(lieu, 'reglages'), { recursive: true })
  writeFileSync(
    join(lieu, 'reglages', 'registres-recents.json'),
    JSON.stringify([{ chemin, nom: 'volumineux', ouvertAt: '2026-11-22T10:00:00.000Z' }]),
  )
  return lieu
}

async function mesurer(lieu: string): Promise<Tour> {
  const fenetre = await ouvrirFenetre({ dossier: lieu, taille })
  try {
    const { page } = fenetre
    await page.getByRole('heading', { level: 1 }).waitFor()
    const quitter = async (): Promise<void> => {
      // A light screen: what is measured is the list that comes, not what is taken away.
      await aller(page, '#/import')
      await page.getByRole('heading', { level: 1, name: 'Importer' }).waitFor()
    }
    await quitter()
    // The register reads its list once; what is measured is the window that comes back to it.
    await peindre(page, '#/etablissements')
    const peinture = await peindreSouvent(page, '#/etablissements', quitter)
    const images = await defiler(page)
    const frappe = await frapper(page)
    return { peinture, images, frappe, memoire: await memoire(fenetre) }
  } finally {
    await fenetre.fermer()
  }
}

/** The page of TanStack Virtual alone, compiled as the window is, with its own main program. */
async function grilleNue(): Promise<string> {
  const lieu = join(folder, 'nue')
  await build({
    root: fileURLToPath(new URL('grille-nue', import.meta.url)),
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { outDir: join(lieu, 'page'), modulePreload: false },
  })
  writeFileSync(join(lieu, 'package.json'), JSON.stringify({ name: 'nue', main: 'main.cjs' }))
  writeFileSync(
    join(lieu, 'main.cjs'),
    "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow({ useContentSize: true, width: 1366, height: 768 }).loadFile('page/index.html'))",
  )
  return lieu
}

async function mesurerNue(lieu: string): Promise<number> {
  const electron = await _electron.launch({
    executablePath: join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron'),
    args: [...electronSwitches(), `--user-data-dir=${join(lieu, 'reglages')}`, lieu],
    timeout: 30_000,
  })
  try {
    const page = await electron.firstWindow()
    const autre = page.getByText('Autre page')
    await autre.waitFor()
    const quitter = async (): Promise<void> => {
      await aller(page, '#/autre')
      await autre.waitFor()
    }
    await peindre(page, '#/liste')
    return await peindreSouvent(page, '#/liste', quitter)
  } finally {
    await electron.close()
  }
}

/** The median of several returns to the list, the window at rest before each. */
async function peindreSouvent(page: Page, adresse: string, quitter: () => Promise<void>): Promise<number> {
  const temps: number[] = []
  for (let fois = 0; fois < peintures; fois += 1) {
    await quitter()
    await page.waitForTimeout(500)
    temps.push(await peindre(page, adresse))
  }
  return mediane(temps)
}

function aller(page: Page, adresse: string): Promise<void> {
  return page.evaluate((hash) => {
    location.hash = hash
  }, adresse)
}

/** From the address to the first rows painted. */
function peindre(page: Page, adresse: string): Promise<number> {
  return page.evaluate(
    (hash) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        location.hash = hash
        const look = (): void => {
          if (document.querySelector('[role=grid] [role=row][data-key]'))
            requestAnimationFrame(() => resolve(performance.now() - start))
          else requestAnimationFrame(look)
        }
        look()
      }),
    adresse,
  )
}

/** A long scroll, as a hand on the wheel: the time of the frames, at the 95th percentile. */
function defiler(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const grid = document.querySelector('[role=grid]')
        const frames: number[] = []
        let last = performance.now()
        const step = (): void => {
          const now = performance.now()
          frames.push(now - last)
          last = now
          grid?.scrollBy(0, 240)
          if (frames.length < 240) requestAnimationFrame(step)
          else resolve(frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? 0)
        }
        requestAnimationFrame(step)
      }),
  )
}

/** From a key of the filter to the rows it keeps, painted. */
async function frapper(page: Page): Promise<number> {
  const temps: number[] = []
  const champ = page.getByRole('textbox', { name: 'Filtrer les établissements' })
  for (const mot of ['collège 12', 'lycée 7', 'commune 9']) {
    await champ.fill('')
    await page.waitForTimeout(300)
    for (const lettre of mot) {
      await page.evaluate(() => {
        const seen = { at: performance.now() }
        const grid = document.querySelector('[role=grid]')
        const observer = new MutationObserver(() => {
          requestAnimationFrame(() => {
            seen.at = performance.now()
          })
        })
        if (grid) observer.observe(grid, { subtree: true, childList: true, characterData: true, attributes: true })
        Object.assign(window, { seen, begun: performance.now(), observer })
      })
      await page.keyboard.type(lettre)
      await page.waitForTimeout(250)
      temps.push(
        await page.evaluate(() => {
          const { seen, begun, observer } = window as unknown as {
            seen: { at: number }
            begun: number
            observer: MutationObserver
          }
          observer.disconnect()
          return Math.max(0, seen.at - begun)
        }),
      )
    }
  }
  // The next start comes back with what is typed here.
  await champ.fill('')
  await page.waitForTimeout(1000)
  return temps.sort((a, b) => a - b)[Math.floor(temps.length * 0.95)] ?? 0
}

/** Working set of the page's own process, in megabytes. */
function memoire({ app }: Fenetre): Promise<number> {
  return app.evaluate(({ app: electron, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
    const metric = electron.getAppMetrics().find((each) => each.pid === pid)
    return (metric?.memory.workingSetSize ?? 0) / 1024
  })
}
