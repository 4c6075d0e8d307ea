import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importerAnnuaire } from '../../shared/domain/annuaire/annuaire.contract'
import { listerEtablissements } from '../../shared/domain/etablissement/etablissement.contract'
import { lettreCleAttendue } from '../../shared/uai'
import { testRegistre } from '../helpers/registre'

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
    writeFileSync(csv, largeAnnuaire())
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

/** Real rows again and again, each one under a fictional UAI with its right key. */
function largeAnnuaire(): string {
  const [entetes = '', ...lignes] = readFileSync(
    fileURLToPath(new URL('../fixtures/annuaire-extrait.csv', import.meta.url)),
    'utf8',
  )
    .split('\r\n')
    .filter((ligne) => ligne !== '')
  const multipliees = Array.from({ length: rows }, (_, index) => {
    const chiffres = String(1_000_000 + index * 7)
    return `${chiffres}${lettreCleAttendue(chiffres) ?? ''}${(lignes[index % lignes.length] ?? '').slice(8)}`
  })
  return [entetes, ...multipliees, ''].join('\r\n')
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
