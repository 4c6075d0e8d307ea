import { type RawBuilder, sql } from 'kysely'
import { debutsDe, termesRecherche } from '../../../shared/text'

/** The condition that a `cleRecherche` column answers what was typed (`correspond`, asked of SQLite); an empty text asks nothing. */
export function repond(colonne: string, texte: string): RawBuilder<boolean> {
  const contient = (debut: string) => sql<boolean>`instr(' ' || ${sql.ref(colonne)} || ' ', ${debut}) > 0`
  const termes = termesRecherche(texte).map(({ mots, colle }) => {
    const separes = toutes(mots.map((mot) => lUne(debutsDe(mot).map(contient))))
    return colle === undefined ? separes : lUne([separes, contient(` ${colle}`)])
  })
  return toutes(termes)
}

const toutes = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`1` : sql<boolean>`(${sql.join(conditions, sql` AND `)})`
const lUne = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(conditions, sql` OR `)})`
