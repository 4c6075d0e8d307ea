import { spawn } from 'node:child_process'
import { SetupError } from './say.mjs'

const keptLines = 25

/**
 * Runs a program silently; when it fails, its last lines are shown under a sentence.
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
      const tail = everything.trimEnd().split('\n').slice(-keptLines).join('\n')
      reject(new SetupError(`${what} : échec (${signal ?? `code ${code}`}).\n${tail}`))
    })
  })
}
