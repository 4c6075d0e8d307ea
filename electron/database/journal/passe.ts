import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Ligne } from '../../../shared/domain/journal/fiches.donnees'
import type { Tables } from '../tables'
import { colonnesDe, tablesPistees } from './declencheurs'
import type { EtapeRow } from './empreinte'
import { lireJson } from './lignes'

type Sqlite = BetterSqlite3.Database

/**
 * The last step that was done when an instant came. Clocks lie: the cut is the one that contradicts the fewest of the
 * instants written, the earliest when several do. Null before the first step.
 */
export function derniereEtapeAu(sqlite: Sqlite, instant: string): EtapeRow | null {
  const apres =
    sqlite
      .prepare<[string], number>('SELECT coalesce(min(seq), 9e15) FROM etape WHERE instant > ?')
      .pluck()
      .get(instant) ?? 0
  const avant =
    sqlite
      .prepare<[string], number>('SELECT coalesce(max(seq), 0) FROM etape WHERE instant <= ?')
      .pluck()
      .get(instant) ?? 0
  const seq = avant < apres ? avant : coupeLaPlusVraisemblable(sqlite, instant)
  return sqlite.prepare<[number], EtapeRow>('SELECT * FROM etape WHERE seq = ?').get(seq) ?? null
}

function coupeLaPlusVraisemblable(sqlite: Sqlite, instant: string): number {
  const etapes = sqlite
    .prepare<[], { seq: number; instant: string }>('SELECT seq, instant FROM etape ORDER BY seq')
    .all()
  let contredits = etapes.filter((etape) => etape.instant <= instant).length
  let [meilleure, moindre] = [0, contredits]
  for (const etape of etapes) {
    contredits += etape.instant > instant ? 1 : -1
    if (contredits < moindre) [meilleure, moindre] = [etape.seq, contredits]
  }
  return meilleure
}

/**
 * The register as it stood after one change: a database in memory that queries read like the register itself. A table is
 * rebuilt when a query first names it: its present rows, less what later changes did, undone.
 */
export class Passe {
  readonly db: Kysely<Tables>
  readonly #sqlite: Sqlite
  readonly #dernierChangement: number
  readonly #restantes: Set<string>

  constructor(chemin: string, dernierChangement: number) {
    this.#dernierChangement = dernierChangement
    this.#sqlite = new BetterSqlite3(':memory:')
    this.#sqlite.pragma('foreign_keys = OFF')
    this.#sqlite.pragma('trusted_schema = OFF')
    this.#sqlite.prepare('ATTACH ? AS registre').run(chemin)
    this.#sqlite.pragma('registre.cache_size = -65536')
    this.#restantes = new Set(this.#tables())
    this.db = new Kysely<Tables>({
      dialect: new SqliteDialect({
        database: {
          close: () => undefined,
          prepare: (sql) => {
            for (const table of this.#restantes) if (sql.includes(table)) this.#rebatir(table)
            return this.#sqlite.prepare(sql)
          },
        },
      }),
    })
  }

  close(): void {
    this.#sqlite.close()
  }

  #tables(): string[] {
    const schema = this.#sqlite
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM registre.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'`,
      )
      .all()
    // The shape alone, so that a query is always understood, even one that names a table in passing.
    for (const { sql } of schema) this.#sqlite.exec(sql)
    return tablesPistees(this.#sqlite)
  }

  #rebatir(table: string): void {
    this.#restantes.delete(table)
    this.#sqlite.transaction(() => {
      this.#sqlite.exec(`INSERT INTO main."${table}" SELECT * FROM registre."${table}"`)
      const lignes = this.#lignesChangees(table)
      const supprimer = this.#sqlite.prepare(`DELETE FROM main."${table}" WHERE id = ?`)
      const noms = colonnesDe(this.#sqlite, table).map(({ name }) => name)
      const actuelle = this.#sqlite.prepare<[string], Ligne>(`SELECT * FROM main."${table}" WHERE id = ?`)
      const inserer = this.#sqlite.prepare(
        `INSERT INTO main."${table}" (${noms.map((nom) => `"${nom}"`).join(', ')}) VALUES (${noms.map(() => '?').join(', ')})`,
      )
      const passees: Ligne[] = []
      for (const [id, { existait, champs }] of lignes) {
        if (existait) passees.push({ ...actuelle.get(id), ...champs, id })
      }
      for (const id of lignes.keys()) supprimer.run(id)
      for (const ligne of passees) inserer.run(noms.map((nom) => ligne[nom] ?? null))
    })()
    this.#indexer(table)
  }

  /** Of each record changed since: whether it was there, and the columns that were other than they are. */
  #lignesChangees(table: string): Map<string, { existait: boolean; champs: Ligne }> {
    const lignes = new Map<string, { existait: boolean; champs: Ligne; complet: boolean }>()
    const fiches = this.#sqlite
      .prepare<[string, number], [number, string]>(
        `SELECT num, ligneId FROM registre.fichePistee WHERE tableNom = ?
         AND EXISTS (SELECT 1 FROM registre.changement WHERE ficheNum = num AND seq > ?)`,
      )
      .raw()
    const ids = new Map(fiches.all(table, this.#dernierChangement))
    if (ids.size === 0) return lignes
    // Of the changes that took the same columns of a record, the oldest alone says how they were. The unary plus has the
    // changes read in the order of the file, rather than record by record.
    const changements = this.#sqlite
      .prepare<[number, string], [number, string, string | null, number]>(
        `SELECT ficheNum, operation, avant, min(seq) AS premier FROM registre.changement
         WHERE seq > ? AND +ficheNum IN (SELECT num FROM registre.fichePistee WHERE tableNom = ?)
         GROUP BY ficheNum, operation, (SELECT group_concat(key) FROM json_each(avant)) ORDER BY premier`,
      )
      .raw()
    for (const [num, operation, avant] of changements.all(this.#dernierChangement, table)) {
      const ligneId = ids.get(num) ?? ''
      const connue = lignes.get(ligneId)
      if (connue?.complet) continue
      if (operation === 'I') {
        if (!connue) lignes.set(ligneId, { existait: false, champs: {}, complet: true })
        continue
      }
      const anciens = lireJson(avant ?? '{}')
      const complet = operation === 'D'
      // The oldest change since then has the value of that time.
      if (!connue) lignes.set(ligneId, { existait: true, champs: anciens, complet })
      else {
        for (const champ in anciens) if (!(champ in connue.champs)) connue.champs[champ] = anciens[champ]
        connue.complet = complet
      }
    }
    return lignes
  }

  #indexer(table: string): void {
    const index = this.#sqlite
      .prepare<[string], string>(
        `SELECT sql FROM registre.sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
      )
      .pluck()
      .all(table)
    for (const sql of index) this.#sqlite.exec(sql)
  }
}

const gardes = 3

/** The last pasts that were looked at: what is past does not change. */
export class Passes {
  readonly #chemin: string
  readonly #ouverts = new Map<number, Passe>()

  constructor(chemin: string) {
    this.#chemin = chemin
  }

  au(dernierChangement: number): Passe {
    const passe = this.#ouverts.get(dernierChangement) ?? new Passe(this.#chemin, dernierChangement)
    this.#ouverts.delete(dernierChangement)
    this.#ouverts.set(dernierChangement, passe)
    const [plusAncien] = this.#ouverts
    if (this.#ouverts.size > gardes && plusAncien) {
      this.#ouverts.delete(plusAncien[0])
      plusAncien[1].close()
    }
    return passe
  }

  /** Before the file closes, or when its journal is lightened. */
  close(): void {
    for (const passe of this.#ouverts.values()) passe.close()
    this.#ouverts.clear()
  }
}
