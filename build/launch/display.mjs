// A screen where there is none: Xvfb, started directly (xvfb-run waits three seconds).
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetupError } from '../setup/say.mjs'

/** True when this Linux session shows nothing to anybody. */
export function hasNoDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/**
 * Starts a virtual screen that only this user's programs can reach.
 * @returns {Promise<{ env: { DISPLAY: string, XAUTHORITY: string }, stop: () => void }>}
 */
export async function startVirtualDisplay() {
  const folder = mkdtempSync(join(tmpdir(), 'registre-mlds-display-'))
  const authority = join(folder, 'authority')
  writeFileSync(authority, authorityRecord(randomBytes(16)), { mode: 0o600 })
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-auth', authority]
  // Its own process group: Ctrl-C in the terminal reaches the app first, and the screen stays until the app is gone.
  // setpriv (util-linux): if this process is killed outright, the screen goes with it.
  const server = spawn('setpriv', ['--pdeathsig', 'TERM', 'Xvfb', ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const stop = () => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stop)
  const number = await displayNumber(server)
  server.unref()
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop }
}

/** The server writes the number that it took once it is ready. @param {import('node:child_process').ChildProcess} server */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = () =>
      reject(new SetupError('L’écran virtuel (Xvfb) ne démarre pas. Est-il installé ? sudo apt-get install -y xvfb'))
    server.once('error', fail)
    server.once('exit', fail)
    server.stdio[3]?.once('data', (chunk) => resolve(Number(String(chunk))))
  })
}

/**
 * One record of an X authority file, for any host and any display: family, address, number, name, data,
 * each text with its length on two bytes.
 * @param {Buffer} cookie
 */
export function authorityRecord(cookie) {
  /** @param {string | Buffer} value */
  const counted = (value) => {
    const bytes = Buffer.from(value)
    return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes])
  }
  const familyWild = Buffer.from([0xff, 0xff])
  return Buffer.concat([familyWild, counted(''), counted(''), counted('MIT-MAGIC-COOKIE-1'), counted(cookie)])
}
