import { sql } from 'kysely'

/** What `in` takes for a list of any length: one parameter, where SQLite refuses more than 32 766. */
export const parmi = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
