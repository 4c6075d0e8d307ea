import type BetterSqlite3 from 'better-sqlite3'
import type { Ligne, Lire } from '../../../shared/domain/journal/fiches.donnees'
import { colonnesDe, tablesPistees } from './declencheurs'
import type { ChangementRow } from './empreinte'

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Reads and writes rows of any table by their names, for what works on all of them alike. */
export class Lignes {
  readonly #sqlite: BetterSqlite3.Database
  readonly #statements = new Map<string, BetterSqlite3.Statement>()
  readonly #colonnes = new Map<string, string[]>()
  readonly #references = new Map<string, Record<string, string>>()
  readonly #uniques = new Map<string, { champs: string[]; condition: string | null }[]>()
  #enfants: Map<string, { table: string; colonne: string }[]> | null = null

  constructor(sqlite: BetterSqlite3.Database) {
    this.#sqlite = sqlite
  }

  readonly lire: Lire = (table, id) =>
    (this.#prepare(`SELECT * FROM ${quote(table)} WHERE id = ?`).get(id) as Ligne | undefined) ?? null

  colonnes(table: string): readonly string[] {
    let noms = this.#colonnes.get(table)
    if (!noms) this.#colonnes.set(table, (noms = colonnesDe(this.#sqlite, table).map(({ name }) => name)))
    return noms
  }

  inserer(table: string, ligne: Ligne): void {
    const noms = this.colonnes(table).filter((nom) => nom in ligne)
    this.#prepare(
      `INSERT INTO ${quote(table)} (${noms.map(quote).join(', ')}) VALUES (${noms.map(() => '?').join(', ')})`,
    ).run(noms.map((nom) => ligne[nom]))
  }

  modifier(table: string, id: string, champs: Ligne): void {
    const noms = Object.keys(champs).filter((nom) => this.colonnes(table).includes(nom))
    if (noms.length === 0) return
    this.#prepare(`UPDATE ${quote(table)} SET ${noms.map((nom) => `${quote(nom)} = ?`).join(', ')} WHERE id = ?`).run(
      ...noms.map((nom) => champs[nom]),
      id,
    )
  }

  supprimer(table: string, id: string): void {
    this.#prepare(`DELETE FROM ${quote(table)} WHERE id = ?`).run(id)
  }

  /** Column → table that it designates, by the file's own foreign keys. */
  references(table: string): Readonly<Record<string, string>> {
    let found = this.#references.get(table)
    if (!found) {
      const rows = this.#sqlite.pragma(`foreign_key_list(${quote(table)})`) as { from: string; table: string }[]
      this.#references.set(table, (found = Object.fromEntries(rows.map(({ from, table: cible }) => [from, cible]))))
    }
    return found
  }

  /** Another row that already has what must be unique in this one, and which columns those are. */
  doublon(table: string, ligne: Ligne): { id: string; champs: string[] } | null {
    for (const { champs, condition } of this.#uniquesDe(table)) {
      if (champs.some((champ) => ligne[champ] === null || ligne[champ] === undefined)) continue
      const noms = Object.keys(ligne)
      const concerne =
        condition === null ||
        this.#prepare(
          `SELECT 1 FROM (SELECT ${noms.map((nom) => `? AS ${quote(nom)}`).join(', ')}) WHERE ${condition}`,
        ).get(noms.map((nom) => ligne[nom])) !== undefined
      if (!concerne) continue
      const autre = this.#prepare(
        `SELECT id FROM ${quote(table)} WHERE ${champs.map((champ) => `${quote(champ)} = ?`).join(' AND ')} AND id <> ? AND ${condition ?? '1'}`,
      ).get(...champs.map((champ) => ligne[champ]), ligne['id']) as { id: string } | undefined
      if (autre) return { id: autre.id, champs }
    }
    return null
  }

  /** Unique indexes of a table besides its key; `condition` is that of a partial one. */
  #uniquesDe(table: string): { champs: string[]; condition: string | null }[] {
    let uniques = this.#uniques.get(table)
    if (!uniques) {
      const index = this.#sqlite.pragma(`index_list(${quote(table)})`) as {
        name: string
        unique: number
        origin: string
      }[]
      uniques = index
        .filter(({ unique, origin }) => unique === 1 && origin !== 'pk')
        .map(({ name }) => {
          const champs = (this.#sqlite.pragma(`index_info(${quote(name)})`) as { name: string }[]).map(
            (colonne) => colonne.name,
          )
          const sql = this.#prepare(`SELECT sql FROM sqlite_schema WHERE name = ?`).get(name) as
            { sql: string | null } | undefined
          return { champs, condition: / WHERE (.+)$/i.exec(sql?.sql ?? '')?.[1] ?? null }
        })
      this.#uniques.set(table, uniques)
    }
    return uniques
  }

  /** Rows that designate this one. */
  referents(table: string, id: string): { table: string; id: string }[] {
    return (this.#enfantsDe(table) ?? []).flatMap(({ table: enfant, colonne }) =>
      (this.#prepare(`SELECT id FROM ${quote(enfant)} WHERE ${quote(colonne)} = ?`).all(id) as { id: string }[]).map(
        (row) => ({
          table: enfant,
          id: row.id,
        }),
      ),
    )
  }

  #enfantsDe(table: string): { table: string; colonne: string }[] | undefined {
    if (!this.#enfants) {
      this.#enfants = new Map()
      for (const enfant of tablesPistees(this.#sqlite)) {
        for (const [colonne, cible] of Object.entries(this.references(enfant))) {
          // Once for all the records of a table: most columns that may designate it are empty.
          const servie =
            this.#sqlite.prepare(`SELECT 1 FROM ${quote(enfant)} WHERE ${quote(colonne)} IS NOT NULL LIMIT 1`).get() !==
            undefined
          if (servie) this.#enfants.set(cible, [...(this.#enfants.get(cible) ?? []), { table: enfant, colonne }])
        }
      }
    }
    return this.#enfants.get(table)
  }

  #prepare(sql: string): BetterSqlite3.Statement {
    let statement = this.#statements.get(sql)
    if (!statement) this.#statements.set(sql, (statement = this.#sqlite.prepare(sql)))
    return statement
  }
}

/** The row that a JSON of the journal writes; bytes come back from their hexadecimal (a reviver is slow: only then). */
export const lireJson = (json: string): Ligne =>
  (json.includes('$octets') ? JSON.parse(json, octets) : JSON.parse(json)) as Ligne

const octets = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && '$octets' in value ? Buffer.from(String(value.$octets), 'hex') : value

/** The row as it was just before a change, from the row just after it: null where there was none. */
export function reculer(
  ligne: Ligne | null,
  { operation, avant }: Pick<ChangementRow, 'operation' | 'avant'>,
): Ligne | null {
  if (operation === 'I') return null
  const anciennes = lireJson(avant ?? '{}')
  return operation === 'D' ? anciennes : { ...ligne, ...anciennes }
}

/** Same stored value: bytes are compared byte by byte. */
export const memeValeur = (a: unknown, b: unknown): boolean =>
  a === b || (a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0)
