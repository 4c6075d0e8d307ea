// Where things are. Everything that is slow to get lives outside the work tree, so that a new clone finds it.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts)

/** The cache of this project for this user: the Electron runtime and the compiled native module. */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'registre-mlds')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'registre-mlds', 'cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'registre-mlds')
  return join(homedir(), '.cache', 'registre-mlds')
}

/**
 * The Node of the toolchain (24, an npm package): Vite, vitest and Electron's own tools ask for 22.12 or later,
 * while the machine may have 20.
 */
export const toolchainNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
