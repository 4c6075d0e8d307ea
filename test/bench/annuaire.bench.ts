import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { importerAnnuaire } from '../../shared/domain/annuaire/annuaire.contract'
import { listerEtablissements } from '../../shared/domain/etablissement/etablissement.contract'
import { testRegistre } from '../helpers/registre'
import { largeAnnuaire } from './annuaire-volumineux'

/** An annuaire of 60 000 rows of 69 columns: ours, every rule included, ÷ `sqlite3 .import`, alternating, the median round. */
const rounds = 5
const rows = 60_000

export async function run(): Promise<void> {
  if (spawnSync('sqlite3', ['-version']).status !== 0) {
    console.log('Pas de mesure : sqlite3 n’est pas installé.')
    return
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'banc-annuaire-'))
  try {
    const csv = path.join(folder, 'annuaire.csv')
    writeFileSync(csv, largeAnnuaire(rows))
    const tours = []
    for (let round = 0; round < rounds; round += 1) {
      const nous = await ours(csv)
      const pair = peer(csv, path.join(folder, `pair-${String(round)}.db`))
      tours.push({ nous, pair, ratio: nous.importMs / pair })
    }
    tours.sort((left, right) => left.ratio - right.ratio)
    const milieu = tours[Math.floor(rounds / 2)]
    if (!milieu) throw new Error('No round was measured.')
    const line = {
      mesure: 'Import d’un annuaire de 60 000 lignes',
      nous: milieu.nous.importMs,
      pair: 'sqlite3 .import',
      valeurPair: milieu.pair,
      unite: 'ms',
      limite: 5,
      ratios: tours.map(({ ratio }) => Number(ratio.toFixed(2))),
      reimportSansChangementMs: milieu.nous.reimportMs,
      listeMs: milieu.nous.listeMs,
    }
    console.log(JSON.stringify(line))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function ours(csv: string): Promise<{ importMs: number; reimportMs: number; listeMs: number }> {
  const r = await testRegistre()
  try {
    const jeton = r.grant(csv)
    const importMs = await timed(async () => {
      const { nouvelles } = await r.call(importerAnnuaire, { jeton, types: 'tous' })
      if (nouvelles !== rows) throw new Error(`${String(nouvelles)} rows were imported.`)
    })
    const reimportMs = await timed(() => r.call(importerAnnuaire, { jeton, types: 'tous' }))
    const listeMs = await timed(() => r.call(listerEtablissements, { anneeId: '2026-2027' }))
    return { importMs, reimportMs, listeMs }
  } finally {
    r.close()
  }
}

function peer(csv: string, base: string): number {
  const start = performance.now()
  execFileSync('sqlite3', [base, '.mode csv', '.separator ;', `.import "${csv}" annuaire`])
  return Math.round(performance.now() - start)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return Math.round(performance.now() - start)
}

await run()
