import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classeurBrut } from '../../helpers/classeur'

/** The documents as they are shipped: bundled, the reader in its own thread, in a process of its own. */
const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'documents-'))
const inFolder = (nom: string) => path.join(folder, nom)

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: inFolder('out'),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: {
          'xlsx-reader': 'electron/documents/xlsx-reader.ts',
          'xlsx-worker': 'electron/documents/xlsx-worker.ts',
          excel: 'electron/documents/excel.ts',
        },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  })
  // The product looks for `xlsx-worker.js`, as build/vite/electron.config.ts names it, in a package of modules.
  writeFileSync(inFolder('out/xlsx-worker.js'), "import './xlsx-worker.mjs'\n")
  writeFileSync(inFolder('out/package.json'), '{"type":"module"}')
  writeFileSync(
    inFolder('out/lire.mjs'),
    `import { readFileSync } from 'node:fs'
import { readXlsx } from './xlsx-reader.mjs'
const [, , fichier, limites, delai] = process.argv
const debut = performance.now()
const signal = delai ? AbortSignal.timeout(Number(delai)) : undefined
const suite = await readXlsx(readFileSync(fichier), { nom: 'x.xlsx', limites: JSON.parse(limites), signal }).then(
  ({ feuilles }) => feuilles.map((feuille) => feuille.lignes.length + ' ' + feuille.lignes[0].cellules[0].valeur),
  (error) => [error.code ?? error.name, error.message],
)
console.log(JSON.stringify({ suite, duree: performance.now() - debut }))`,
  )
  writeFileSync(
    inFolder('out/ecrire.mjs'),
    `import { createHash } from 'node:crypto'
import { renderExcel } from './excel.mjs'
import { readXlsx } from './xlsx-reader.mjs'
const colonnes = [{ cle: 'jour', titre: 'Jour', type: 'jour' }]
const lignes = ['1901-01-01', '2025-03-30', '2025-10-26', '2026-08-31', '9999-12-31'].map((jour) => ({ jour }))
const bytes = await renderExcel({ titre: 'T', auteur: 'A', creeLe: '2026-11-22T23:30:00.000Z', feuilles: [{ nom: 'J', colonnes, lignes }] })
const { feuilles } = await readXlsx(bytes)
console.log(JSON.stringify({
  somme: createHash('sha256').update(bytes).digest('hex'),
  jours: feuilles[0].lignes.slice(1).map((ligne) => ligne.cellules[0].valeur),
}))`,
  )
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): unknown {
  const printed = execFileSync(process.execPath, ['--no-deprecation', inFolder(`out/${script}`), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return JSON.parse(printed)
}

interface Lecture {
  suite: string[]
  duree: number
}

function lire(nom: string, lignes: number, limites: object = {}, delai?: number): Lecture {
  const donnees = Array.from(
    { length: lignes },
    (_, index) => `<row r="${index + 1}"><c><v>${index}</v></c><c><v>1.5</v></c></row>`,
  )
  writeFileSync(inFolder(nom), classeurBrut({ feuilles: [{ nom: 'A', donnees: donnees.join('') }] }))
  return run('lire.mjs', [
    inFolder(nom),
    JSON.stringify(limites),
    ...(delai === undefined ? [] : [String(delai)]),
  ]) as Lecture
}

describe('le lecteur livré travaille dans son propre fil', () => {
  it('rend le classeur', () => {
    expect(lire('petit.xlsx', 3).suite).toEqual(['3 0'])
  })
  it('rend le refus avec son code et sa phrase', () => {
    expect(lire('large.xlsx', 3, { lignes: 2 }).suite).toEqual(['invalid', expect.stringMatching(/plus de 2 lignes/)])
  })
  it('survit à un fichier qui épuise la mémoire du fil', () => {
    const { suite } = lire('lourd.xlsx', 300_000, { memoireMo: 16, lignes: 1_000_000, dureeMs: 60_000 })
    expect(suite).toEqual(['invalid', '« x.xlsx » demande trop de mémoire pour être lu. Rien n’a été importé.'])
  })
  it('arrête un fichier trop long à lire', () => {
    const { suite } = lire('long.xlsx', 300_000, { dureeMs: 60, lignes: 1_000_000 })
    expect(suite).toEqual(['invalid', expect.stringMatching(/n’a pas pu être lu/)])
  })
  it('s’arrête aussitôt quand on annule', () => {
    const { suite } = lire('annule.xlsx', 300_000, { lignes: 1_000_000 }, 60)
    expect(suite[1]).toMatch(/aborted/)
  })
})

describe('un jour reste le même jour sous tous les fuseaux', () => {
  it('et le classeur est identique à l’octet près', () => {
    const fuseaux = ['Europe/Paris', 'America/Cayenne', 'Pacific/Noumea', 'UTC']
    const resultats = fuseaux.map((TZ) => run('ecrire.mjs', [], { TZ }) as { somme: string; jours: string[] })
    for (const { jours } of resultats) {
      expect(jours).toEqual(['1901-01-01', '2025-03-30', '2025-10-26', '2026-08-31', '9999-12-31'])
    }
    expect(new Set(resultats.map(({ somme }) => somme)).size).toBe(1)
  })
})
