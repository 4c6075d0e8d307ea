import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright-core'
import { electronSwitches } from '../../build/launch/switches.mjs'
import { registreDe100000Lignes } from './registre-volumineux'

/** From the start of the process to the first useful screen, on a register of 100 000 rows ÷ an empty Electron window. */
const rounds = 5
/** What the first screen shows once the register has answered. */
const repere = 'main section h2'
const root = fileURLToPath(new URL('../..', import.meta.url))
const executablePath = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron')

const folder = mkdtempSync(join(tmpdir(), 'banc-demarrage-'))
try {
  const empty = emptyApp(join(folder, 'vide'))
  const settings = await settingsWith(join(folder, 'reglages'))
  await mesurer(empty, settings)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function mesurer(empty: string, settings: string): Promise<void> {
  // The session before: scripts are compiled and kept, and what the first screen asks is noted.
  await timeToScreen(root, settings, repere, 1500)
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
      mesure: 'Démarrage jusqu’au premier écran, 100 000 lignes',
      nous: median.nous,
      pair: 'fenêtre Electron vide',
      valeurPair: median.pair,
      unite: 'ms',
      limite: 1.5,
      ratios: tours.map(({ ratio }) => Number(ratio.toFixed(2))),
    }),
  )
}

/** Both applications are started and watched the same way, so that the watching weighs on both. */
async function timeToScreen(app: string, userData: string, selector: string, stayMs = 0): Promise<number> {
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
