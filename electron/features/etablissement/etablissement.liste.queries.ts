import { sql } from 'kysely'
import type { Etablissement } from '../../../shared/domain/etablissement/etablissement'
import type { Valeur } from '../../../shared/liste/colonne'
import { parmi } from '../../database/parmi'
import type { Reader } from '../../database/tables'

/** Bassin, or ZAP where the académie works by ZAP. */
const bassin = sql<string>`iif(bassinNom = '', zapNom, bassinNom)`

/** Identifiers in French order of names, read on the index of the order. */
export async function listIds(db: Reader, debut: number, nombre: number): Promise<string[]> {
  const rows = await db
    .selectFrom('etablissement')
    .select('id')
    .orderBy('cleTri')
    .orderBy('id')
    .limit(nombre)
    .offset(debut)
    .execute()
  return rows.map(({ id }) => id)
}

export async function countTous(db: Reader): Promise<number> {
  const { nombre } = await db
    .selectFrom('etablissement')
    .select(({ fn }) => fn.countAll<number>().as('nombre'))
    .executeTakeFirstOrThrow()
  return nombre
}

/** Rows of the list: all of them in French order of names, or those of `ids`. */
export function listLignes<Champ extends keyof Etablissement>(
  db: Reader,
  champs: readonly Champ[],
  ids: readonly string[] | undefined,
): Promise<(Pick<Etablissement, Champ> & { bassin: string })[]> {
  const rows = db
    .selectFrom('etablissement')
    .select([...champs])
    .select(bassin.as('bassin'))
    .$if(ids !== undefined, (query) => query.where('id', 'in', parmi(ids ?? [])))
    .orderBy('cleTri')
    .orderBy('id')
    .execute()
  return rows as unknown as Promise<(Pick<Etablissement, Champ> & { bassin: string })[]>
}

/** For each row in French order of names, its rank in the order of storage; read on the index of the order alone. */
export async function listOrdre(db: Reader): Promise<Int32Array> {
  const rowid = sql<number>`etablissement.rowid`
  const ordonnes = db.selectFrom('etablissement').select(rowid.as('numero')).orderBy('cleTri').orderBy('id')
  const { numeros } = await db
    .selectFrom(ordonnes.as('ordonne'))
    .select(sql<string>`json_group_array(numero)`.as('numeros'))
    .executeTakeFirstOrThrow()
  const dansLOrdre = JSON.parse(numeros) as number[]
  const rangDe = new Map(Array.from(Float64Array.from(dansLOrdre).sort(), (numero, rang) => [numero, rang]))
  return Int32Array.from(dansLOrdre, (numero) => rangDe.get(numero) ?? 0)
}

/**
 * Whole columns in the order of storage: the table is read from end to end, where its French order would jump about it.
 * SQLite writes each column as one JSON text, which comes back in a third of the time of 100 000 rows one by one.
 */
export async function listColonnes(db: Reader, champs: readonly string[]): Promise<Valeur[][]> {
  const ranges = db
    .selectFrom('etablissement')
    .select(champs.map((champ) => (champ === 'bassin' ? bassin : sql.ref(champ)).as(champ)))
    .orderBy(sql`etablissement.rowid`)
  const textes = await db
    .selectFrom(ranges.as('ligne'))
    .select(champs.map((champ) => sql<string>`json_group_array(${sql.ref(champ)})`.as(champ)))
    .executeTakeFirstOrThrow()
  return champs.map((champ) => JSON.parse((textes as Record<string, string>)[champ] ?? '[]') as Valeur[])
}
