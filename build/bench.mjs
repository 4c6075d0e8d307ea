// npm run bench: runs test/bench/*.bench.{ts,mjs} one after the other and prints one table.
//
// A benchmark is a script. It reports a measure by writing one line of JSON on stdout:
//   {"mesure":"Import de 60 000 lignes","nous":1840,"pair":"sqlite3 .import","valeurPair":420,"unite":"ms","limite":5}
// `limite` is the greatest accepted ratio nous ÷ valeurPair. Its other lines are shown as they are.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { toolchainEnv } from './checks.mjs'
import { hasNoDisplay, startVirtualDisplay } from './launch/display.mjs'
import { inRoot, root, toolchainNode } from './setup/places.mjs'
import { runScript } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

/** @typedef {{ mesure: string, nous: number, pair: string, valeurPair: number, unite: string, limite: number }} Measure */

await runScript(async () => {
  const runtime = await setUp(hasNoDisplay() ? ['window', 'display', 'tests', 'bench'] : ['window', 'tests', 'bench'])
  const display = hasNoDisplay() ? await startVirtualDisplay() : undefined
  const env = { ...toolchainEnv(), ...display?.env, ELECTRON_OVERRIDE_DIST_PATH: runtime }
  /** @type {Measure[]} */
  const measures = []
  let failed = false
  for (const file of benchmarks(process.argv.slice(2))) {
    console.log(`\n${file}`)
    if ((await runBenchmark(file, env, measures)) !== 0) failed = true
  }
  display?.stop()
  console.table(measures.map(row))
  return failed || measures.some((measure) => ratio(measure) > measure.limite) ? 1 : 0
})

/** Those whose name holds one of the words, or all of them. @param {string[]} words */
function benchmarks(words) {
  const folder = inRoot('test', 'bench')
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.bench\.(ts|mjs)$/.test(name))
        .sort()
    : []
  return names
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .map((name) => `test/bench/${name}`)
}

/**
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @param {Measure[]} measures the list to add to
 * @returns {Promise<number>} exit code
 */
function runBenchmark(file, env, measures) {
  return new Promise((resolve) => {
    const args = ['--expose-gc', inRoot('build', 'bench-file.mjs'), inRoot(file)]
    const child = spawn(toolchainNode, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"mesure":')) measures.push(JSON.parse(line))
      else console.log(line)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** @param {Measure} measure */
function ratio(measure) {
  return measure.nous / measure.valeurPair
}

/** @param {Measure} measure */
function row(measure) {
  return {
    Mesure: measure.mesure,
    Nous: `${round(measure.nous)} ${measure.unite}`,
    Pair: `${measure.pair} : ${round(measure.valeurPair)} ${measure.unite}`,
    Rapport: round(ratio(measure)),
    Limite: measure.limite,
    Tenu: ratio(measure) <= measure.limite ? 'oui' : 'NON',
  }
}

/** @param {number} value */
function round(value) {
  return Number(value.toPrecision(3))
}
