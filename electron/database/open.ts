import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { closeSync, openSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../shared/app-error'
import { allegerAnciennes, entretenir } from './journal/allegement'
import { Journal } from './journal/journal'
import { Passes } from './journal/passe'
import { applicationId, inspectHeader, refuseNetworkFolder } from './header'
import { acquireLock, type Lock } from './lock'
import { migrate } from './migrate'
import { versionCourante } from './migrations/migrations'
import { cachedStatements } from './statements'
import type { Tables } from './tables'

/** Above this size the integrity check runs after the first screen, not before it. */
const immediateCheckBytes = 8 * 1024 * 1024

export interface OpenRegistre {
  chemin: string
  nom: string
  db: Kysely<Tables>
  sqlite: BetterSqlite3.Database
  /** Every change of every table, in steps. */
  journal: Journal
  /** The register as it stood at earlier steps. */
  passes: Passes
  /** Path of the copy made before a migration, when one ran. */
  copieAvantMigration: string | null
  /** Checks the file's integrity if opening left it for later; null when sound, else the sentence. */
  verifyLater: (() => string | null) | null
  close: () => void
  /** Closes and removes a file that could not be completed at its creation. */
  discard: () => void
}

const openPragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  // Without it REPLACE deletes rows without their trigger: the journal would miss them.
  'recursive_triggers = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'busy_timeout = 5000',
  'temp_store = MEMORY',
  'secure_delete = FAST',
  'mmap_size = 0',
  // 64 MB, taken as needed: with SQLite's 2 MB, a list of 100 000 rows in its order of names takes half as long again.
  'cache_size = -65536',
  'journal_size_limit = 16777216',
]

/** Expected answers: a pragma that silently did not take is a defect, not a detail. */
const assertedPragmas: readonly [string, string | number][] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['recursive_triggers', 1],
  ['trusted_schema', 0],
]

/** Opens an existing register: looked at before it is touched, locked, migrated, checked. */
export function openRegistre(chemin: string, at: string): OpenRegistre {
  const header = inspectHeader(chemin, versionCourante)
  refuseNetworkFolder(chemin)
  return withLock(chemin, at, (lock) => {
    const sqlite = connect(chemin, { mustExist: true })
    return closingOnFailure(sqlite, () => {
      const late = header.size > immediateCheckBytes
      if (!late) {
        const problem = quickCheck(sqlite, chemin)
        if (problem !== null) throw new AppError('unavailable', problem)
      }
      const copieAvantMigration = migrate(sqlite, { backupBeside: chemin, at })
      return assemble(chemin, sqlite, lock, copieAvantMigration, late ? () => quickCheck(sqlite, chemin) : null)
    })
  })
}

/** Creates a register; refuses to write over anything that exists. */
export function createRegistre(chemin: string, at: string): OpenRegistre {
  refuseNetworkFolder(chemin)
  return withLock(chemin, at, (lock) => {
    reserve(chemin)
    try {
      const sqlite = connect(chemin, { mustExist: false })
      return closingOnFailure(sqlite, () => {
        sqlite.pragma(`application_id = ${String(applicationId)}`)
        migrate(sqlite, { backupBeside: null, at })
        return assemble(chemin, sqlite, lock, null, null)
      })
    } catch (error) {
      removeFiles(chemin)
      throw error instanceof AppError ? error : openingFailure(chemin, error)
    }
  })
}

/** Takes the name for a new file: from there on, what is removed on failure is ours and nobody else's. */
function reserve(chemin: string): void {
  try {
    closeSync(openSync(chemin, 'wx'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw openingFailure(chemin, error)
    throw new AppError(
      'conflict',
      `« ${basename(chemin)} » existe déjà. Il n’a pas été modifié : choisissez un autre nom, ou ouvrez-le.`,
    )
  }
}

function removeFiles(chemin: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${chemin}${suffix}`, { force: true })
}

function withLock<T>(chemin: string, at: string, open: (lock: Lock) => T): T {
  const lock = acquireLock(chemin, at)
  try {
    return open(lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

function closingOnFailure<T>(sqlite: BetterSqlite3.Database, open: () => T): T {
  try {
    return open()
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function connect(chemin: string, { mustExist }: { mustExist: boolean }): BetterSqlite3.Database {
  try {
    const sqlite = new BetterSqlite3(chemin, { fileMustExist: mustExist, timeout: 5000 })
    for (const pragma of openPragmas) sqlite.pragma(pragma)
    for (const [name, expected] of assertedPragmas) {
      const actual: unknown = sqlite.pragma(name, { simple: true })
      if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)}, expected ${String(expected)}`)
    }
    return sqlite
  } catch (error) {
    throw openingFailure(chemin, error)
  }
}

function openingFailure(chemin: string, error: unknown): AppError {
  const nom = basename(chemin)
  const code = error instanceof BetterSqlite3.SqliteError ? error.code : ''
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError(
      'unavailable',
      `Le registre « ${nom} » ne peut pas être écrit : son dossier est protégé en écriture. Rien n’a été modifié ; copiez-le dans un dossier à vous, puis ouvrez la copie.`,
      { cause: error },
    )
  }
  if (code === 'SQLITE_FULL') {
    return new AppError(
      'unavailable',
      `Le disque est plein : « ${nom} » n’a pas pu être ouvert en écriture. Libérez de la place, puis réessayez ; rien n’a été perdu.`,
      { cause: error },
    )
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new AppError('unavailable', damagedSentence(nom), { cause: error })
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new AppError(
      'conflict',
      `Le registre « ${nom} » est utilisé par un autre programme. Fermez-le là-bas, puis réessayez.`,
      { cause: error },
    )
  }
  return new AppError('unavailable', `Le registre « ${nom} » n’a pas pu être ouvert. Rien n’a été modifié.`, {
    cause: error,
  })
}

const damagedSentence = (nom: string): string =>
  `Le registre « ${nom} » est endommagé. Il n’a pas été modifié : gardez-le tel quel et ouvrez votre dernière copie.`

function quickCheck(sqlite: BetterSqlite3.Database, chemin: string): string | null {
  try {
    const result: unknown = sqlite.pragma('quick_check(1)', { simple: true })
    return result === 'ok' ? null : damagedSentence(basename(chemin))
  } catch {
    return damagedSentence(basename(chemin))
  }
}

function assemble(
  chemin: string,
  sqlite: BetterSqlite3.Database,
  lock: Lock,
  copieAvantMigration: string | null,
  verifyLater: (() => string | null) | null,
): OpenRegistre {
  const journal = new Journal(sqlite)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: cachedStatements(sqlite, journal) }) })
  const passes = new Passes(chemin)
  const ouvertA = journal.dernierSeq
  const close = (): void => {
    passes.close()
    try {
      if (journal.dernierSeq > ouvertA) {
        const now = (): string => new Date().toISOString()
        allegerAnciennes(sqlite, journal, now)
        entretenir(sqlite, journal, now)
      }
      sqlite.pragma('optimize')
      sqlite.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // A full or vanished disk: everything committed is already in the log, which the next opening reads.
    }
    sqlite.close()
    lock.release()
  }
  return {
    chemin,
    nom: basename(chemin).replace(/\.mlds$/i, ''),
    db,
    sqlite,
    journal,
    passes,
    copieAvantMigration,
    verifyLater,
    close,
    discard: () => {
      passes.close()
      sqlite.close()
      removeFiles(chemin)
      lock.release()
    },
  }
}
