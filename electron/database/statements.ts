import type BetterSqlite3 from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

const keptStatements = 500

type Statement = ReturnType<SqliteDatabase['prepare']>

const nothingToRollBack: Statement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
}

/**
 * Kysely prepares a statement at each call (31 µs measured); keeping the last ones brings a query to 8 µs.
 * Kysely never shares a statement being iterated: `stream` is not used in this product.
 */
export function cachedStatements(sqlite: BetterSqlite3.Database): SqliteDatabase {
  const cache = new Map<string, BetterSqlite3.Statement>()
  return {
    close: () => {
      cache.clear()
    },
    prepare(sql) {
      // A full disk or an I/O error ends the transaction by itself: rolling back again would hide the reason.
      if (sql === 'rollback' && !sqlite.inTransaction) return nothingToRollBack
      let statement = cache.get(sql)
      if (statement) {
        cache.delete(sql)
      } else {
        statement = sqlite.prepare(sql)
        const oldest = cache.keys().next()
        if (cache.size >= keptStatements && !oldest.done) cache.delete(oldest.value)
      }
      cache.set(sql, statement)
      return statement
    },
  }
}
