import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** A sheet of 50 000 × 20: ours ÷ XlsxWriter `constant_memory`, whole processes, alternating, the median round. */
const rounds = 3
const root = fileURLToPath(new URL('../..', import.meta.url))
const python = '/usr/bin/python3'

export async function run(): Promise<void> {
  if (spawnSync(python, ['-c', 'import xlsxwriter']).status !== 0) {
    console.log('Pas de mesure : python3-xlsxwriter n’est pas installé.')
    return
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'banc-excel-'))
  try {
    const ours = await bundle(folder)
    const peer = fileURLToPath(new URL('excel-xlsxwriter.py', import.meta.url))
    const tours = Array.from({ length: rounds }, () => {
      const nous = measure(process.execPath, ['--no-deprecation', ours, path.join(folder, 'nous.xlsx')])
      const pair = measure(python, [peer, path.join(folder, 'pair.xlsx')])
      return { nous, pair, ratio: nous.secondes / pair.secondes }
    }).sort((left, right) => left.ratio - right.ratio)
    const milieu = tours[Math.floor(rounds / 2)]
    if (!milieu) throw new Error('No round was measured.')
    const line = {
      mesure: 'Feuille de bilan de 50 000 × 20',
      nous: milieu.nous.secondes,
      pair: 'XlsxWriter constant_memory',
      valeurPair: milieu.pair.secondes,
      unite: 's',
      limite: 0.8,
      ratios: tours.map(({ ratio }) => Number(ratio.toFixed(2))),
      memoireMo: { nous: milieu.nous.memoireMo, pair: milieu.pair.memoireMo },
      octets: ['nous.xlsx', 'pair.xlsx'].map((name) => statSync(path.join(folder, name)).size),
    }
    console.log(JSON.stringify(line))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The program prints the greatest memory it held, in MB. */
function measure(command: string, args: string[]): { secondes: number; memoireMo: number } {
  const start = performance.now()
  const memoireMo = Number(execFileSync(command, args, { encoding: 'utf8' }))
  return { secondes: Number(((performance.now() - start) / 1000).toFixed(2)), memoireMo }
}

async function bundle(folder: string): Promise<string> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'test/bench/excel-ours.ts',
      outDir: path.join(folder, 'out'),
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'ours.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
  writeFileSync(path.join(folder, 'out/package.json'), '{"type":"module"}')
  return path.join(folder, 'out/ours.mjs')
}

await run()
