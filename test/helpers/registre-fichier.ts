import BetterSqlite3 from 'better-sqlite3'
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { creerRegistre } from '../../shared/domain/registre/registre.contract'
import { AppError } from '../../shared/app-error'
import { callOperation, testContext } from './registre'

export const sha256 = (chemin: string): string => createHash('sha256').update(readFileSync(chemin)).digest('hex')

/** Everything a folder holds, with the hash of each file: what « not touched » is checked against. */
export const contenuDe = (dossier: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dossier)
      .sort()
      .map((nom) => [nom, sha256(join(dossier, nom))]),
  )

/** A closed, whole register of the académie 14 with `agents` people in it, alone in a new folder. */
export async function registreFerme({ agents = 0 }: { agents?: number } = {}): Promise<{
  dossier: string
  chemin: string
}> {
  const dossier = mkdtempSync(join(tmpdir(), 'registre-fichier-'))
  const chemin = join(dossier, 'suivi.mlds')
  const context = testContext(mkdtempSync(join(tmpdir(), 'registre-application-')))
  await callOperation(context, creerRegistre, { jeton: context.files.grant(chemin).jeton, academieCode: '14' })
  const { sqlite } = context.session.required
  const insert = sqlite.prepare(
    "INSERT INTO agent VALUES (?, NULL, ?, 'Inès', '', '', NULL, NULL, '', '', NULL, NULL, NULL, 'non', NULL, ?, ?, ?)",
  )
  sqlite.transaction(() => {
    for (let rang = 0; rang < agents; rang += 1)
      insert.run(
        `agent-${String(rang)}`,
        `Nom ${String(rang)}`,
        'observations '.repeat(20),
        `nom ${String(rang)}`,
        `nom ${String(rang)}`,
      )
  })()
  context.session.close()
  return { dossier, chemin }
}

/** Overwrites bytes of a file in place. */
export function ecrireOctets(chemin: string, position: number, octets: Uint8Array): void {
  const handle = openSync(chemin, 'r+')
  writeSync(handle, octets, 0, octets.length, position)
  closeSync(handle)
}

/** Byte position of the middle page of a table's rows: damage there is met only by reading the table. */
export function pageDuMilieu(chemin: string, table: string): { position: number; taille: number } {
  const sqlite = new BetterSqlite3(chemin, { readonly: true })
  try {
    const taille = sqlite.pragma('page_size', { simple: true }) as number
    const pages = sqlite
      .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno")
      .pluck()
      .all(table) as number[]
    const page = pages[Math.floor(pages.length / 2)]
    if (page === undefined) throw new Error(`no leaf page in ${table}`)
    return { position: (page - 1) * taille, taille }
  } finally {
    sqlite.close()
  }
}

/** The refusal of a call that must fail, with ordinary spaces. */
export async function refusDe(call: Promise<unknown>): Promise<AppError> {
  const result = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(result instanceof AppError)) throw new Error(`expected a refusal, got ${String(result)}`)
  return new AppError(result.code, result.message.replace(/[\u00A0\u202F]/g, ' '), { fields: result.fields })
}

export interface AutreProcessus {
  processus: ChildProcessByStdio<null, Readable, null>
  /** Everything it said so far, line by line. */
  lignes: string[]
  /** Resolves once it said `count` lines. */
  dit: (count: number) => Promise<void>
  tuer: () => Promise<void>
}

/** Starts another process on the register; resolves when it has it open. */
export async function autreProcessus(mode: 'tenir' | 'ecrire', chemin: string): Promise<AutreProcessus> {
  const script = fileURLToPath(new URL('./autre-processus.mjs', import.meta.url))
  const processus = spawn(process.execPath, [script, mode, chemin], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lignes: string[] = []
  let reste = ''
  const attentes = new Set<() => void>()
  processus.stdout.on('data', (morceau: Buffer) => {
    const parts = (reste + morceau.toString()).split('\n')
    reste = parts.pop() ?? ''
    lignes.push(...parts)
    for (const verifier of attentes) verifier()
  })
  const finie = new Promise<void>((resolve) => {
    processus.once('exit', () => {
      for (const verifier of attentes) verifier()
      resolve()
    })
  })
  const dit = (count: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const verifier = (): void => {
        if (lignes.length >= count) resolve()
        else if (processus.exitCode !== null)
          reject(new Error(`the other process ended after ${String(lignes.length)} lines`))
        else return
        attentes.delete(verifier)
      }
      attentes.add(verifier)
      verifier()
    })
  await dit(1)
  return {
    processus,
    lignes,
    dit,
    tuer: async () => {
      processus.kill('SIGKILL')
      await finie
    },
  }
}
