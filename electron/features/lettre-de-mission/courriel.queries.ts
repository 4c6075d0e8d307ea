import type { GenreCourriel, TexteCourriel } from '../../../shared/domain/courriel/courriel'
import type { Database, Reader } from '../../database/tables'

export function listTextesCourriel(db: Reader): Promise<TexteCourriel[]> {
  return db.selectFrom('texteCourriel').selectAll().execute()
}

export function findTexteCourriel(db: Reader, genre: GenreCourriel): Promise<TexteCourriel | undefined> {
  return db.selectFrom('texteCourriel').selectAll().where('genre', '=', genre).executeTakeFirst()
}

/** One text a kind: it takes the place of the former. */
export async function writeTexteCourriel(db: Database, texte: TexteCourriel): Promise<void> {
  const { objet, corps } = texte
  await db
    .insertInto('texteCourriel')
    .values(texte)
    .onConflict((conflict) => conflict.column('genre').doUpdateSet({ objet, corps }))
    .execute()
}

export async function deleteTexteCourriel(db: Database, genre: GenreCourriel): Promise<void> {
  await db.deleteFrom('texteCourriel').where('genre', '=', genre).execute()
}

/** Addresses as they were typed: agents by id, établissements by UAI. */
export interface Adresses {
  agents: ReadonlyMap<string, string>
  etablissements: ReadonlyMap<string, string>
}

export async function readAdresses(
  db: Reader,
  { agentIds, uais }: { agentIds: readonly string[]; uais: readonly string[] },
): Promise<Adresses> {
  const agents = await db.selectFrom('agent').select(['id', 'courriel']).where('id', 'in', agentIds).execute()
  const lieux = await db.selectFrom('etablissement').select(['uai', 'courriel']).where('uai', 'in', uais).execute()
  return {
    agents: new Map(agents.map(({ id, courriel }) => [id, courriel])),
    etablissements: new Map(lieux.map(({ uai, courriel }) => [uai, courriel])),
  }
}
