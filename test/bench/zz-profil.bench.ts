import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright-core'
import { electronSwitches } from '../../build/launch/switches.mjs'
import { registreDe100000Lignes } from './registre-volumineux'
const root = fileURLToPath(new URL('../..', import.meta.url))
const executablePath = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron')
const folder = '/tmp/prof/donnees'
const chemin = join(folder, 'volumineux.mlds')
const settings = join(folder, 'reglages')
if (!existsSync(chemin)) {
  mkdirSync(settings, { recursive: true })
  await registreDe100000Lignes(chemin)
  writeFileSync(join(settings, 'registres-recents.json'), JSON.stringify([{ chemin, nom: 'volumineux', ouvertAt: '2026-11-22T10:00:00.000Z' }]))
}
const empty = join(folder, 'vide')
mkdirSync(empty, { recursive: true })
writeFileSync(join(empty, 'package.json'), JSON.stringify({ name: 'vide', main: 'main.cjs' }))
writeFileSync(join(empty, 'main.cjs'), "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'))")
writeFileSync(join(empty, 'index.html'), '<!doctype html><title>vide</title><h1>vide</h1>')
async function once(app: string, userData: string, selector: string, stay = 0) {
  const t0 = Date.now()
  const electron = await _electron.launch({ executablePath, args: [...electronSwitches(), `--user-data-dir=${userData}`, app], timeout: 30_000 })
  const launched = Date.now() - t0
  const page = await electron.firstWindow()
  await page.waitForSelector(selector, { timeout: 20_000 })
  const r = await page.evaluate(() => {
    const o = performance.timeOrigin
    const nav = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming
    return {
      o, now: performance.now(), resp: nav.responseEnd, dcl: nav.domContentLoadedEventStart, interactive: nav.domInteractive,
      paints: performance.getEntriesByType('paint').map((e) => [e.name, Math.round(e.startTime)]),
      marks: performance.getEntriesByType('mark').map((e) => [e.name, Math.round(e.startTime)]),
      res: performance.getEntriesByType('resource').map((e) => [e.name.split('/').at(-1), Math.round(e.startTime), Math.round((e as PerformanceResourceTiming).responseEnd)]),
    }
  })
  if (stay) await page.waitForTimeout(stay)
  await electron.close()
  return { launched, origin: Math.round(r.o - t0), now: Math.round(r.now), total: Math.round(r.o - t0 + r.now), ...r, o: undefined }
}
await once(root, settings, 'main section h2', 1500)
for (let i = 0; i < 4; i++) {
  const v = await once(empty, join(folder, 'rv'), 'h1')
  console.log('vide', JSON.stringify({ l: v.launched, o: v.origin, t: v.total, paints: v.paints }))
  const n = await once(root, settings, 'main section h2')
  console.log('nous', JSON.stringify(n))
}
