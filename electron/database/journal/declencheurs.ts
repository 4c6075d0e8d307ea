import type BetterSqlite3 from 'better-sqlite3'
import { genresDeFiche } from '../../../shared/domain/journal/fiches.donnees'

/** Tables of the journal itself: everything else in the file is journalled. */
const tablesDuJournal: ReadonlySet<string> = new Set([
  'etape',
  'fichePistee',
  'changement',
  'reglageJournal',
  'teteDuJournal',
])

const prefixe = 'journal_'

interface Colonne {
  name: string
  type: string
  pk: number
}

/** The tables whose every change is journalled, read from the file itself. A table without `id` is not the register's. */
export function tablesPistees(sqlite: BetterSqlite3.Database): string[] {
  const names = sqlite
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  return names.filter((name) => !tablesDuJournal.has(name) && aUneCle(colonnesDe(sqlite, name)))
}

function aUneCle(colonnes: readonly Colonne[]): boolean {
  const cles = colonnes.filter(({ pk }) => pk > 0)
  return cles.length === 1 && cles[0]?.name === 'id'
}

/**
 * Gives every table of the register its four triggers, generated from its columns; leaves those that are right.
 * They live in the file, so that any program that writes there is journalled.
 */
export function installerDeclencheurs(sqlite: BetterSqlite3.Database): void {
  const presents = new Map(
    sqlite
      .prepare<[string], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE ?`,
      )
      .all(`${prefixe}%`)
      .map(({ name, sql }) => [name, sql]),
  )
  const voulus = new Map(tablesPistees(sqlite).flatMap((table) => declencheursDe(sqlite, table)))
  const perimes = [...presents].filter(([name, sql]) => voulus.get(name) !== sql)
  const manquants = [...voulus].filter(([name, sql]) => presents.get(name) !== sql)
  if (perimes.length + manquants.length === 0) return
  sqlite.transaction(() => {
    for (const [name] of perimes) sqlite.exec(`DROP TRIGGER ${quote(name)}`)
    for (const [, sql] of manquants) sqlite.exec(sql)
  })()
}

/** Takes the triggers away, for a change of shape. */
export function retirerDeclencheurs(sqlite: BetterSqlite3.Database): void {
  const names = sqlite
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '${prefixe}%'`)
    .pluck()
    .all() as string[]
  for (const name of names) sqlite.exec(`DROP TRIGGER ${quote(name)}`)
}

/** Columns that a row is written with, in their order. */
export const colonnesDe = (sqlite: BetterSqlite3.Database, table: string): Colonne[] =>
  sqlite.pragma(`table_info(${quote(table)})`) as Colonne[]

function declencheursDe(sqlite: BetterSqlite3.Database, table: string): [string, string][] {
  const colonnes = colonnesDe(sqlite, table)
  const t = quote(table)
  const changed = colonnes
    .filter(({ name }) => name !== 'id')
    .map(({ name }) => `OLD.${quote(name)} IS NOT NEW.${quote(name)}`)
  const corps: [string, string][] = [
    ['insertion', `AFTER INSERT ON ${t} BEGIN ${ecrire(table, 'NEW', 'I', 'NULL', 'NULL')} END`],
    ['suppression', `AFTER DELETE ON ${t} BEGIN ${ecrire(table, 'OLD', 'D', ligneEntiere(colonnes), 'NULL')} END`],
    [
      'modification',
      `AFTER UPDATE ON ${t} WHEN OLD.id IS NEW.id AND (${changed.join(' OR ') || '0'}) BEGIN ${ecrire(table, 'OLD', 'U', difference(colonnes, 'OLD'), difference(colonnes, 'NEW'))} END`,
    ],
    [
      'identifiant',
      `AFTER UPDATE ON ${t} WHEN OLD.id IS NOT NEW.id BEGIN ${ecrire(table, 'OLD', 'D', ligneEntiere(colonnes), 'NULL')} ${ecrire(table, 'NEW', 'I', 'NULL', 'NULL')} END`,
    ],
  ]
  return corps.map(([genre, sql]) => {
    const name = `${prefixe}${table}_${genre}`
    return [name, `CREATE TRIGGER ${quote(name)} ${sql}`]
  })
}

/** `WHERE NOT EXISTS` and not `OR IGNORE`: the conflict clause of the outer statement would replace it. */
function ecrire(table: string, ligne: 'OLD' | 'NEW', operation: string, avant: string, apres: string): string {
  const fiche = `FROM fichePistee WHERE tableNom = '${table}' AND ligneId = ${ligne}.id`
  // What a row belongs to is kept beside it: the history of a letter finds the rows that it has lost.
  const parent = genresDeFiche[table]?.parent
  const parentId = parent ? `${ligne}.${quote(parent.colonne)}` : 'NULL'
  return [
    `INSERT INTO fichePistee (tableNom, ligneId, parentId) SELECT '${table}', ${ligne}.id, ${parentId} WHERE NOT EXISTS (SELECT 1 ${fiche});`,
    `INSERT INTO changement (ficheNum, operation, avant, apres) SELECT num, '${operation}', ${avant}, ${apres} ${fiche};`,
  ].join(' ')
}

const ligneEntiere = (colonnes: readonly Colonne[]): string =>
  `'{' || ${colonnes.map(({ name, type }, index) => `'${index === 0 ? '' : ','}${cle(name)}:' || ${valeur('OLD', name, type)}`).join(' || ')} || '}'`

/** Only the columns that changed. `json_quote` writes reals with the digits that read back to the same number. */
const difference = (colonnes: readonly Colonne[], ligne: 'OLD' | 'NEW'): string =>
  `'{' || substr(${colonnes
    .filter(({ name }) => name !== 'id')
    .map(
      ({ name, type }) =>
        `CASE WHEN OLD.${quote(name)} IS NOT NEW.${quote(name)} THEN ',${cle(name)}:' || ${valeur(ligne, name, type)} ELSE '' END`,
    )
    .join(' || ')}, 2) || '}'`

/** JSON has no bytes: they are written in hexadecimal under `$octets`. */
function valeur(ligne: 'OLD' | 'NEW', name: string, type: string): string {
  const colonne = `${ligne}.${quote(name)}`
  if (type !== 'BLOB') return `json_quote(${colonne})`
  return `CASE WHEN ${colonne} IS NULL THEN 'null' ELSE '{"$octets":"' || hex(${colonne}) || '"}' END`
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
const cle = (name: string): string => JSON.stringify(name).replaceAll("'", "''")
