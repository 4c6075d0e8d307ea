import { spawn } from 'node:child_process'
import { SetupError } from './say.mjs'

const keptLines = 30

/**
 * Runs a program silently; when it fails, what it wrote is shown under a sentence.
 * @param {string} what what was being done, as the start of a French sentence
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<string>} what it wrote on stdout
 */
export function run(what, program, args, options = {}) {
  return new Promise((resolve, reject) => {
    let output = ''
    let everything = ''
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      timeout: options.timeoutMs,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && program === 'npm',
    })
    child.stdout.on('data', (chunk) => {
      output += chunk
      everything += chunk
    })
    child.stderr.on('data', (chunk) => {
      everything += chunk
    })
    child.on('error', (error) => reject(new SetupError(`${what} : « ${program} » ne démarre pas (${error.message}).`)))
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output)
      reject(new SetupError(`${what} : échec (${signal ?? `code ${code}`}).\n${ends(everything)}`))
    })
  })
}

/** Long outputs lose their middle: the cause is said first (npm, gcc) or last (apt). @param {string} output */
function ends(output) {
  const lines = output.trimEnd().split('\n')
  if (lines.length <= 2 * keptLines) return lines.join('\n')
  return [...lines.slice(0, keptLines), '[…]', ...lines.slice(-keptLines)].join('\n')
}
