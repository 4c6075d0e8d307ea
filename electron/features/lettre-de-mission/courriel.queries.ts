import type { AdresseSignataire } from '../../../shared/domain/courriel/adresse'
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

/** Addresses as they were typed: agents by id, établissements by UAI, signatories by `cleAdresse`. */
export interface Adresses {
  agents: ReadonlyMap<string, string>
  etablissements: ReadonlyMap<string, string>
  signataires: ReadonlyMap<string, string>
}

export const cleAdresse = ({ signataireId, departement }: { signataireId: string; departement: string }): string =>
  `${signataireId} ${departement}`

export function listAdresses(db: Reader): Promise<AdresseSignataire[]> {
  return db.selectFrom('adresseSignataire').selectAll().orderBy('departement').execute()
}

/** In one département, or in all the others with ''. An empty address takes the former away. */
export async function writeAdresse(
  db: Database,
  { id, signataireId, departement, courriel }: AdresseSignataire,
): Promise<void> {
  if (departement === '') {
    await db
      .updateTable('vocabulaire')
      .set({ courriel })
      .where('id', '=', signataireId)
      .where('liste', '=', 'signataire')
      .execute()
    return
  }
  if (courriel === '') {
    await db
      .deleteFrom('adresseSignataire')
      .where('signataireId', '=', signataireId)
      .where('departement', '=', departement)
      .execute()
    return
  }
  await db
    .insertInto('adresseSignataire')
    .values({ id, signataireId, departement, courriel })
    .onConflict((conflict) => conflict.columns(['signataireId', 'departement']).doUpdateSet({ courriel }))
    .execute()
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
    signataires: new Map((await listAdresses(db)).map((adresse) => [cleAdresse(adresse), adresse.courriel])),
  }
}
