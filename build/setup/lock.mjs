import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sha256 } from './hash.mjs'
import { cacheFolder, root } from './places.mjs'
import { say } from './say.mjs'

/**
 * Lets one process at a time set this folder up: two commands started together must not install twice in the same
 * place. A lock whose owner is gone is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  const file = join(cacheFolder(), `set-up-${sha256(root).slice(0, 16)}.lock`)
  mkdirSync(cacheFolder(), { recursive: true })
  for (let tries = 0; !take(file); tries += 1) {
    if (tries === 5) say('Une autre commande prépare déjà ce dossier : attente de sa fin…')
    await wait(200)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!ownerIsGone(file)) return false
    rmSync(file, { force: true })
    return false
  }
}

/** @param {string} file */
function ownerIsGone(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (!(pid > 0)) return false // just created, its owner has not written yet
    process.kill(pid, 0)
    return false
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH'
  }
}
