import BetterSqlite3 from 'better-sqlite3'
import { existsSync, rmSync } from 'node:fs'
import { AppError } from '../../shared/app-error'
import { installerDeclencheurs, retirerDeclencheurs } from './journal/declencheurs'
import { Journal } from './journal/journal'
import { type Migration, migrations, versionCourante } from './migrations/migrations'

const { SqliteError } = BetterSqlite3

/**
 * Brings the file to the current version, one transaction per step:
 * foreign keys off → { apply; foreign_key_check; set version } → foreign keys on.
 * Returns the path of the copy made before the first pending step, or null.
 */
export function migrate(
  sqlite: BetterSqlite3.Database,
  { backupBeside, at, steps = migrations }: { backupBeside: string | null; at: string; steps?: readonly Migration[] },
): string | null {
  const from = sqlite.pragma('user_version', { simple: true }) as number
  const pending = steps.filter(({ version }) => version > from)
  if (pending.length === 0) return null
  const copy = backupBeside === null ? null : copyBefore(sqlite, backupBeside, at)
  sqlite.pragma('foreign_keys = OFF')
  try {
    for (const step of pending) applyStep(sqlite, step, at)
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
  // The header is read without SQLite at the next opening: it must hold the new version.
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  return copy
}

function applyStep(sqlite: BetterSqlite3.Database, { version, nom, sql, donnees }: Migration, at: string): void {
  const step = sqlite.transaction(() => {
    retirerDeclencheurs(sqlite)
    sqlite.exec(sql)
    if (donnees !== undefined) writeData(sqlite, donnees, `Mise au format ${String(version)} du registre`, at)
    const broken = sqlite.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`${String(broken.length)} broken foreign keys`)
    sqlite.pragma(`user_version = ${String(version)}`)
  })
  try {
    step.immediate()
  } catch (error) {
    if (error instanceof SqliteError && error.code === 'SQLITE_FULL') throw error
    throw new AppError(
      'unavailable',
      `Le registre n’a pas pu être mis au format ${String(versionCourante)} (étape « ${nom} »). Il est resté tel qu’il était.`,
      { cause: error },
    )
  }
}

/** What a migration does to rows is a step like any other. */
function writeData(sqlite: BetterSqlite3.Database, donnees: string, phrase: string, at: string): void {
  installerDeclencheurs(sqlite)
  const journal = new Journal(sqlite)
  journal.adopter()
  sqlite.exec(donnees)
  journal.adopter(phrase, () => at)
}

function copyBefore(sqlite: BetterSqlite3.Database, chemin: string, at: string): string {
  const stamp = at.slice(0, 19).replaceAll(':', '-')
  const copy = chemin.replace(/(\.mlds)?$/i, `.avant-mise-a-jour-${stamp}.mlds`)
  if (existsSync(copy)) return copy
  try {
    sqlite.prepare('VACUUM INTO ?').run(copy)
  } catch (error) {
    rmSync(copy, { force: true })
    throw error
  }
  return copy
}
