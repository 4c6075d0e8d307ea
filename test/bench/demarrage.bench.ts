import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright-core'
import { electronSwitches } from '../../build/launch/switches.mjs'
import { registreDe100000Lignes } from './registre-volumineux'

/**
 * From the start of the process to the first useful screen, on a register of 100 000 rows ÷ an empty Electron window:
 * the first screen of the navigation, then a list that the last session was left on.
 */
const rounds = 5
/** What a screen shows once the register has answered: what waits today, and the rows of a list. */
const ecrans = [
  { nom: 'Aujourd’hui', adresse: '', repere: 'main section h2' },
  { nom: 'les établissements', adresse: '#/etablissements', repere: '[role=grid] [role=row][aria-rowindex="2"]' },
]
const root = fileURLToPath(new URL('../..', import.meta.url))
const executablePath = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron')

const folder = mkdtempSync(join(tmpdir(), 'banc-demarrage-'))
try {
  const empty = emptyApp(join(folder, 'vide'))
  const settings = await settingsWith(join(folder, 'reglages'))
  for (const ecran of ecrans) await mesurer(ecran, empty, settings)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function mesurer(
  { nom, adresse, repere }: (typeof ecrans)[number],
  empty: string,
  settings: string,
): Promise<void> {
  // The session before: scripts are compiled and kept, and the screen that it was left on is noted.
  await timeToScreen(root, settings, 'h1', { adresse, stayMs: 1500 })
  const tours = []
  for (let round = 0; round < rounds; round += 1) {
    const pair = await timeToScreen(empty, join(folder, 'reglages-vides'), 'h1')
    const nous = await timeToScreen(root, settings, repere)
    tours.push({ nous, pair, ratio: nous / pair })
  }
  const median = tours.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(rounds / 2)]
  if (!median) throw new Error('No round was measured.')
  console.log(
    JSON.stringify({
      mesure: `Démarrage jusqu’à l’écran « ${nom} », 100 000 lignes`,
      nous: median.nous,
      pair: 'fenêtre Electron vide',
      valeurPair: median.pair,
      unite: 'ms',
      limite: 1.5,
      ratios: tours.map(({ ratio }) => Number(ratio.toFixed(2))),
    }),
  )
}

interface Session {
  /** Where the window is taken before it is closed. */
  adresse?: string
  stayMs?: number
}

/** Both applications are started and watched the same way, so that the watching weighs on both. */
async function timeToScreen(
  app: string,
  userData: string,
  selector: string,
  { adresse = '', stayMs = 0 }: Session = {},
): Promise<number> {
  const startedAt = Date.now()
  const electron = await _electron.launch({
    executablePath,
    args: [...electronSwitches(), `--user-data-dir=${userData}`, app],
    timeout: 30_000,
  })
  try {
    const page = await electron.firstWindow()
    await page.waitForSelector(selector, { timeout: 20_000 })
    const shownAt = await page.evaluate(() => performance.timeOrigin + performance.now())
    if (adresse !== '') await page.evaluate((hash) => (window.location.hash = hash), adresse)
    await page.waitForTimeout(stayMs)
    return shownAt - startedAt
  } finally {
    await electron.close()
  }
}

function emptyApp(path: string): string {
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name: 'vide', main: 'main.cjs' }))
  writeFileSync(
    join(path, 'main.cjs'),
    "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'))",
  )
  writeFileSync(join(path, 'index.html'), '<!doctype html><title>vide</title><h1>vide</h1>')
  return path
}

async function settingsWith(userData: string): Promise<string> {
  const chemin = join(folder, 'volumineux.mlds')
  await registreDe100000Lignes(chemin)
  mkdirSync(userData, { recursive: true })
  writeFileSync(
    join(userData, 'registres-recents.json'),
    JSON.stringify([{ chemin, nom: 'volumineux', ouvertAt: '2026-11-22T10:00:00.000Z' }]),
  )
  return userData
}
