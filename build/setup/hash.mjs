import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** @param {string | Buffer} data */
export function sha256(data) {
  return createHash('sha256').update(data).digest('hex')
}

/**
 * The hash of a file in the form that npm uses in its lock files (`sha512-…`, base64).
 * @param {string} file
 */
export async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * A signature of files and folders from names, sizes and times: a few milliseconds for the whole project.
 * A path that does not exist counts as empty, so that removing it is a change too.
 * @param {string} base
 * @param {string[]} paths relative to `base`
 */
export function signatureOf(base, paths) {
  /** @type {string[]} */
  const lines = []
  /** @param {string} path */
  const visit = (path) => {
    const stat = statSync(join(base, path), { throwIfNoEntry: false })
    if (stat === undefined) return
    if (stat.isDirectory()) for (const name of readdirSync(join(base, path)).sort()) visit(join(path, name))
    else lines.push(`${path} ${stat.size} ${stat.mtimeMs}`)
  }
  for (const path of paths) visit(path)
  return sha256(lines.join('\n'))
}
