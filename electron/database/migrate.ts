import BetterSqlite3 from 'better-sqlite3'
import { existsSync, rmSync } from 'node:fs'
import { AppError } from '../../shared/app-error'
import { migrations, versionCourante } from './migrations/migrations'

const { SqliteError } = BetterSqlite3

/**
 * Brings the file to the current version, one transaction per step:
 * foreign keys off → { apply; foreign_key_check; set version } → foreign keys on.
 * Returns the path of the copy made before the first pending step, or null.
 */
export function migrate(
  sqlite: BetterSqlite3.Database,
  { backupBeside, at }: { backupBeside: string | null; at: string },
): string | null {
  const from = sqlite.pragma('user_version', { simple: true }) as number
  const pending = migrations.filter(({ version }) => version > from)
  if (pending.length === 0) return null
  const copy = backupBeside === null ? null : copyBefore(sqlite, backupBeside, at)
  sqlite.pragma('foreign_keys = OFF')
  try {
    for (const step of pending) applyStep(sqlite, step)
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
  // The header is read without SQLite at the next opening: it must hold the new version.
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  return copy
}

function applyStep(sqlite: BetterSqlite3.Database, { version, nom, sql }: (typeof migrations)[number]): void {
  const step = sqlite.transaction(() => {
    sqlite.exec(sql)
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
