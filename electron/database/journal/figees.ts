import type BetterSqlite3 from 'better-sqlite3'
import type { Action } from './inverse'
import type { Lignes } from './lignes'

/**
 * The frozen text (its row's id) that forbids a write, null when none does. Which columns it holds is read from the file's
 * own triggers, which would refuse the write.
 */
export function texteFigeDe(sqlite: BetterSqlite3.Database, lignes: Lignes): (action: Action) => string | null {
  const declencheurs = sqlite
    .prepare<[], { tbl_name: string; sql: string }>(
      `SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'figee~_%~_U' ESCAPE '~'`,
    )
    .all()
  const imprimees = new Map(
    declencheurs.map(({ tbl_name, sql }) => [tbl_name, (/ UPDATE OF (.+?) ON /.exec(sql)?.[1] ?? '').split(', ')]),
  )
  const figee = sqlite.prepare<[string], string>('SELECT id FROM lettreFigee WHERE lettreId = ?').pluck()
  return ({ table, id, genre, champs }) => {
    const colonnes = imprimees.get(table)
    if (!colonnes || (genre === 'modifier' && !colonnes.some((colonne) => colonne in champs))) return null
    const lettreId = table === 'lettreDeMission' ? id : (champs['lettreId'] ?? lignes.lire(table, id)?.['lettreId'])
    return typeof lettreId === 'string' ? (figee.get(lettreId) ?? null) : null
  }
}
