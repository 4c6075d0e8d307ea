// The checks that read the sources without running them.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { delimiter } from 'node:path'
import { inRoot, root, toolchainNode } from './setup/places.mjs'

/** @typedef {{ title: string, args: string[] }} Check `args` follow `node`, from the project's folder */

/**
 * @param {string} name
 * @param {string} file
 */
const binary = (name, file) => inRoot('node_modules', name, file)

const typeScript = binary('typescript', 'bin/tsc')
const projects = ['shared', 'electron', 'electron/tsconfig.preload.json', 'renderer', 'test', 'build']

/** One TypeScript project per process: each sees only the globals that it really has. @type {Check[]} */
export const typeChecks = projects.map((project) => ({
  title: `Types : ${project.replace(/\/tsconfig\.(.+)\.json$/, '/$1')}`,
  args: [typeScript, '--noEmit', '-p', project],
}))

/** @type {Check[]} */
export const lintChecks = [
  {
    title: 'ESLint',
    args: [binary('eslint', 'bin/eslint.js'), '.', '--max-warnings=0'],
  },
  { title: 'Prettier', args: [binary('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { title: 'knip (code mort)', args: [binary('knip', 'bin/knip.js')] },
]

/**
 * Runs all the checks, as many at a time as there are cores, and says how each went.
 * @param {Check[]} checks
 * @returns {Promise<boolean>} true when all of them passed
 */
export async function runChecks(checks) {
  const waiting = [...checks]
  let passed = true
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await runCheck(check))) passed = false
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker))
  return passed
}

/**
 * @param {Check} check
 * @returns {Promise<boolean>}
 */
function runCheck({ title, args }) {
  const started = performance.now()
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(toolchainNode, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: toolchainEnv() })
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${code === 0 ? '✓' : '✗'} ${title} (${seconds} s)`)
      if (code !== 0) console.log(output.trimEnd())
      resolve(code === 0)
    })
  })
}

/** The project's own Node and programs come first for whatever a tool starts in its turn. */
export function toolchainEnv() {
  return { ...process.env, PATH: `${inRoot('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` }
}
