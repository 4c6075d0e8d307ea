import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from '../setup/places.mjs'
import { executableIn } from '../setup/runtime.mjs'
import { say } from '../setup/say.mjs'
import { hasNoDisplay, startVirtualDisplay } from './display.mjs'
import { electronSwitches } from './switches.mjs'

/**
 * Runs the app in the user's own folder, with the user's words, until it ends.
 * @param {string} runtime the folder of Electron
 * @param {string[]} words the command line; none opens the window
 * @returns {Promise<number>} its exit code
 */
export async function launch(runtime, words) {
  if (!hasNoDisplay()) return runElectron(runtime, words, {})
  if (words.length === 0)
    say('Aucun écran sur cette machine : la fenêtre s’ouvre sur un écran virtuel (Xvfb), Ctrl-C pour fermer.')
  const display = await startVirtualDisplay()
  try {
    return await runElectron(runtime, words, display.env)
  } finally {
    display.stop()
  }
}

/**
 * @param {string} runtime
 * @param {string[]} words
 * @param {Record<string, string>} extraEnv
 * @returns {Promise<number>}
 */
function runElectron(runtime, words, extraEnv) {
  const cwd = process.env.INIT_CWD ?? process.cwd() // npm moves to the package's folder; the user's paths do not
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(executableIn(runtime), [...electronSwitches(), root, ...words], {
      cwd,
      env: { ...env, ...extraEnv },
      stdio: 'inherit',
    })
    const forward = forwardSignals(child)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      forward.stop()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * Passes on what asks us to end. In a terminal Ctrl-C already reached the app, so it is not repeated.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  /** @type {[NodeJS.Signals, () => void][]} */
  const handlers = [
    ['SIGTERM', () => child.kill('SIGTERM')],
    ['SIGHUP', () => child.kill('SIGHUP')],
    ['SIGINT', () => process.stdin.isTTY || child.kill('SIGINT')],
  ]
  for (const [signal, handler] of handlers) process.on(signal, handler)
  return {
    stop() {
      for (const [signal, handler] of handlers) process.off(signal, handler)
    },
  }
}
