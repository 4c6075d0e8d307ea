// Step 1: node_modules as the lock file says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { sha256 } from './hash.mjs'
import { inRoot, root, toolchainNode } from './places.mjs'
import { run } from './run.mjs'
import { SetupError, say } from './say.mjs'

const stampFile = inRoot('node_modules', '.registre-mlds')

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock */

/** True when node_modules was installed from the present lock file, on this kind of machine. */
export function dependenciesAreCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === expectedStamp()
}

export async function installDependencies() {
  if (dependenciesAreCurrent()) return
  if (!installedByHand()) {
    say('Dépendances : installation depuis le registre npm (une fois, puis à chaque changement)…')
    await run('Installation des dépendances', 'npm', ['ci', '--loglevel=error'], { cwd: root })
  }
  if (!existsSync(toolchainNode)) {
    throw new SetupError(
      'Le Node du projet (paquet npm « node ») n’a pas été installé : ' +
        'vérifiez que les scripts d’installation ne sont pas désactivés (npm config get ignore-scripts), ' +
        'supprimez node_modules puis recommencez.',
    )
  }
  writeFileSync(stampFile, expectedStamp())
}

function expectedStamp() {
  return sha256(`${process.platform} ${process.arch}\n${readFileSync(inRoot('package-lock.json'), 'utf8')}`)
}

/** After an `npm install` typed by hand, npm's own record of what is there already agrees: no need to begin again. */
function installedByHand() {
  const record = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  return sameTree(
    JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')),
    JSON.parse(readFileSync(record, 'utf8')),
  )
}

/**
 * True when what npm says it installed is what the lock file asks for. Optional packages (another platform's
 * binaries) may be absent; anything else that is missing, other or in excess is a difference.
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 */
export function sameTree(lock, installed) {
  const names = new Set([...Object.keys(lock.packages), ...Object.keys(installed.packages)])
  names.delete('')
  return [...names].every((name) => {
    const wanted = lock.packages[name]
    const found = installed.packages[name]
    if (wanted === undefined) return false
    if (found === undefined) return wanted.optional === true
    return wanted.version === found.version && wanted.integrity === found.integrity
  })
}
