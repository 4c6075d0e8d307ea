import { type GenreDeFiche, genresDeFiche, type Ligne, type Lire } from './fiches.donnees'

/** The record that a row belongs to; null when it has a page of its own, or belongs to nothing any more. */
export function parentDe(table: string, ligne: Ligne | null): { table: string; id: string } | null {
  const parent = genresDeFiche[table]?.parent
  if (!parent || ligne === null) return null
  const id = ligne[parent.colonne]
  const tableParente = 'table' in parent ? parent.table : ligne[parent.tableSelon]
  return typeof id === 'string' && typeof tableParente === 'string' ? { table: tableParente, id } : null
}

/** The tables whose rows may belong to the records of one. */
export const tablesLiees = (table: string): { table: string; colonne: string; tableSelon: string | null }[] =>
  Object.entries(genresDeFiche).flatMap(([enfant, { parent }]) => {
    if (!parent || ('table' in parent && parent.table !== table)) return []
    return [{ table: enfant, colonne: parent.colonne, tableSelon: 'table' in parent ? null : parent.tableSelon }]
  })

/** « agent LE GOFF Maël »; the kind alone when nothing names the record. */
export function nommerFiche(table: string, ligne: Ligne | null, lire: Lire): string {
  const genre = genresDeFiche[table]
  if (!genre) return table
  return suiviDe(genre.un, genre, ligne === null ? '' : genre.libelle(ligne, lire))
}

/** « de l’agent LE GOFF Maël », « du jalon « Réunion de rentrée » ». */
export const suiviDe = (mot: string, { cite }: Pick<GenreDeFiche, 'cite'>, libelle: string): string =>
  libelle === '' ? mot : `${mot} ${cite ? `« ${libelle} »` : libelle}`
