import type BetterSqlite3 from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

const keptStatements = 500

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
      let statement = cache.get(sql)
      if (statement) {
        cache.delete(sql)
      } else {
        statement = sqlite.prepare(sql)
        const oldest = cache.keys().next()
        if (cache.size >= keptStatements && !oldest.done) cache.delete(oldest.value)
      }
      cache.set(sql, statement)
      return statement as unknown as ReturnType<SqliteDatabase['prepare']>
    },
  }
}
