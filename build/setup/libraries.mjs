// Step 2: the system's own libraries and programs. Only Debian's packages are known; elsewhere nothing is checked.
import { existsSync, readdirSync } from 'node:fs'
import { run } from './run.mjs'
import { SetupError, say } from './say.mjs'

/**
 * What each use needs beyond a bare Debian 12.
 * @type {Record<'window' | 'display' | 'compiler' | 'tests' | 'bench', string[]>}
 */
export const packagesFor = {
  // Electron's window: linked or opened by the runtime, and one font for what the page does not bring itself.
  window: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libxtst6',
    'libnotify4',
    'libsecret-1-0',
    'fonts-liberation',
  ],
  // A screen where there is none.
  display: ['xvfb'],
  // The native module, when the runtime is too old for the one that is shipped.
  compiler: ['g++'],
  // The other programs that read our documents back.
  tests: ['poppler-utils', 'qpdf', 'libreoffice-calc', 'libreoffice-writer', 'python3-openpyxl'],
  // The peers that the benchmarks compare with.
  bench: ['sqlite3', 'python3-xlsxwriter'],
}

/** @typedef {keyof typeof packagesFor} Use */

/**
 * Installs what is missing when that is possible, otherwise says what to type.
 * @param {Use[]} uses
 */
export async function installLibraries(uses) {
  const missing = missingPackages(uses, debianPackages())
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) throw new SetupError(missingSentence(missing))
  say(`Bibliothèques du système : installation de ${missing.join(', ')} (une fois)…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('Mise à jour de la liste des paquets Debian', 'apt-get', ['update', '-q'], { env })
  const install = ['install', '-y', '-q', '--no-install-recommends', ...missing]
  await run('Installation des paquets Debian', 'apt-get', install, { env })
}

/** True when nothing has to be installed for these uses. @param {Use[]} uses */
export function librariesArePresent(uses) {
  return missingPackages(uses, debianPackages()).length === 0
}

/**
 * The packages to install, each once. A package counts as there under its later name too
 * (`libgtk-3-0` is `libgtk-3-0t64` from Debian 13 on).
 * @param {Use[]} uses
 * @param {Set<string> | undefined} installed undefined: not a Debian, nothing can be said
 */
export function missingPackages(uses, installed) {
  if (installed === undefined) return []
  const wanted = new Set(uses.flatMap((use) => packagesFor[use]))
  return [...wanted].filter((name) => !installed.has(name) && !installed.has(`${name}t64`))
}

/** @param {string[]} missing */
export function missingSentence(missing) {
  return (
    'Il manque des paquets du système. Tapez, puis recommencez :\n' +
    `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`
  )
}

/** The names of the installed packages, read from dpkg's own folder: starting dpkg-query would cost more. */
function debianPackages() {
  const folder = '/var/lib/dpkg/info'
  if (!existsSync('/etc/debian_version') || !existsSync(folder)) return undefined
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.list'))
    .map((name) => name.replace(/(:[^:.]+)?\.list$/, ''))
  return new Set(names)
}
