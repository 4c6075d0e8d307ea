import { statfsSync } from 'node:fs'

/**
 * Chromium's switches for this machine, to put before the app's folder. Used by `npm start` and by the journeys.
 * - `--no-sandbox`: as root Electron starts only with it.
 * - `--disable-dev-shm-usage`: containers give 64 MB of shared memory, too little for a long document.
 * - `--log-level=3`: Chromium's remarks on the machine (no bus, no GPU) are not for the user; fatal ones remain.
 */
export function electronSwitches() {
  const switches = ['--log-level=3']
  if (process.getuid?.() === 0) switches.push('--no-sandbox')
  if (process.platform === 'linux' && sharedMemoryIsSmall()) switches.push('--disable-dev-shm-usage')
  return switches
}

function sharedMemoryIsSmall() {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks < 512 * 1024 * 1024
  } catch {
    return true // no /dev/shm at all
  }
}
