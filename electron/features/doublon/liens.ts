import type BetterSqlite3 from 'better-sqlite3'
import type { SujetDeDoublon } from '../../../shared/domain/doublon/doublon'
import { tablesPistees } from '../../database/journal/declencheurs'
import type { Lignes } from '../../database/journal/lignes'

/** A row that designates a record, and the column by which it does. */
export interface Lien {
  table: string
  id: string
  colonne: string
}

/**
 * Everything that designates a record: by the foreign keys of the file, and by the pair (`sujet`, `sujetId`) of the tables
 * that can be about any record. A table to come is found without being named here.
 */
export function liensVers(sqlite: BetterSqlite3.Database, lignes: Lignes, sujet: SujetDeDoublon, id: string): Lien[] {
  return tablesPistees(sqlite).flatMap((table) => {
    const parCle = Object.entries(lignes.references(table))
      .filter(([, cible]) => cible === sujet)
      .map(([colonne]) => ({ colonne, sql: `SELECT id FROM "${table}" WHERE "${colonne}" = ?`, valeurs: [id] }))
    const colonnes = lignes.colonnes(table)
    const parSujet =
      colonnes.includes('sujet') && colonnes.includes('sujetId')
        ? [
            {
              colonne: 'sujetId',
              sql: `SELECT id FROM "${table}" WHERE sujetId = ? AND sujet = ?`,
              valeurs: [id, sujet],
            },
          ]
        : []
    return [...parCle, ...parSujet].flatMap(({ colonne, sql, valeurs }) =>
      (sqlite.prepare(sql).pluck().all(valeurs) as string[]).map((ligneId) => ({ table, id: ligneId, colonne })),
    )
  })
}
