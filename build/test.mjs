// npm test: sets everything up, then checks and runs all the tests. The last line says `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lintChecks, runChecks, toolchainEnv, typeChecks } from './checks.mjs'
import { hasNoDisplay } from './launch/display.mjs'
import { inRoot, root, toolchainNode } from './setup/places.mjs'
import { runScript, SetupError } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

/** A part of the tests that hangs ends here, long after its usual end. */
const partTimeoutMs = 15 * 60_000

/** @typedef {{ passed: number, failed: number }} Count */

await runScript(async () => {
  const count = { passed: 0, failed: 0 }
  try {
    for (const part of [prepare, checks, () => tests('unit'), () => tests('journeys')]) {
      const { passed, failed } = await part()
      count.passed += passed
      count.failed += failed
      if (failed > 0) break
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.log(error.message)
    count.failed += 1
  }
  console.log(`\n${count.passed} passed, ${count.failed} failed`)
  return count.failed === 0 ? 0 : 1
})

async function prepare() {
  await setUp(hasNoDisplay() ? ['window', 'display', 'tests'] : ['window', 'tests'])
  return { passed: 0, failed: 0 }
}

/**
 * Checks are not tests: they add nothing to what passed, and one to what failed.
 * @returns {Promise<Count>}
 */
async function checks() {
  return { passed: 0, failed: (await runChecks([...lintChecks, ...typeChecks])) ? 0 : 1 }
}

/**
 * One project of build/vitest.config.ts.
 * @param {string} project
 * @returns {Promise<Count>}
 */
async function tests(project) {
  console.log(`\nTests : ${project}`)
  const folder = mkdtempSync(join(tmpdir(), 'registre-mlds-tests-'))
  try {
    const report = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await vitest(['run', '--project', project, ...reporters])
    return countOf(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function vitest(args) {
  const program = inRoot('node_modules', 'vitest', 'vitest.mjs')
  return new Promise((resolve) => {
    const child = spawn(toolchainNode, [program, ...args], {
      cwd: root,
      env: toolchainEnv(),
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: partTimeoutMs,
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/**
 * A file that does not even load has no test to fail: the exit code then counts as one failure.
 * @param {string} report
 * @param {number} code
 * @returns {Count}
 */
function countOf(report, code) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: code === 0 ? 0 : Math.max(1, numFailedTests) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
