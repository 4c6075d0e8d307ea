import { sql } from 'kysely'
import { grouperPar } from '../../../shared/grouper'
import type { Database } from '../tables'
import { IndexRecherche, type FicheIndexee } from './index-recherche'

/** A row of the register that changed: what the journal's triggers wrote of it. */
export interface LigneChangee {
  table: string
  id: string
  /** The record it belongs to, kept by the journal even once the row is gone. */
  parentId: string | null
}

/** Where the records of one kind come from. */
export interface SourceIndexee<Genre extends string> {
  genre: Genre
  /** The records of these identifiers, or all of them, a batch at a time. */
  lire: (db: Database, ids: readonly string[] | null) => AsyncIterable<FicheIndexee<Genre>[]>
  /** By table: which records of this kind a changed row touches. `toutes`: every one of them. */
  touchees: Readonly<
    Record<string, 'toutes' | ((db: Database, lignes: readonly LigneChangee[]) => Promise<readonly string[]>)>
  >
}

interface Tenu<Genre extends string> {
  index: IndexRecherche<Genre>
  changement: number
}

/** Above this many changed rows, everything is read again. */
const beaucoup = 2000

/**
 * Keeps an index true to its register. The journal's triggers, which live in the file, write every change of every table,
 * whatever made it (a form, an import, an undo, another program): the index reads what they wrote since it last looked.
 * Nothing is added to what a write costs, and nothing is stored that could disagree with the register.
 */
export class IndexAJour<Genre extends string> {
  readonly #sources: readonly SourceIndexee<Genre>[]
  /** By connection: another register, or an earlier day of this one, has its own. */
  readonly #tenus = new WeakMap<Database, Promise<Tenu<Genre>>>()

  constructor(sources: readonly SourceIndexee<Genre>[]) {
    this.#sources = sources
  }

  /** The index, as the register is now. Two calls at once share the work. */
  async lire(db: Database): Promise<IndexRecherche<Genre>> {
    const precedent = this.#tenus.get(db)
    const suivant = (precedent ?? Promise.resolve(null)).catch(() => null).then((tenu) => this.#mettreAJour(db, tenu))
    this.#tenus.set(db, suivant)
    return (await suivant).index
  }

  async #mettreAJour(db: Database, tenu: Tenu<Genre> | null): Promise<Tenu<Genre>> {
    const changement = await dernierChangement(db)
    if (tenu?.changement === changement) return tenu
    if (!tenu || changement < tenu.changement || tenu.index.perdues > tenu.index.taille)
      return this.#batir(db, changement)
    const lignes = await lignesChangees(db, tenu.changement, changement)
    if (lignes.length > beaucoup) return this.#batir(db, changement)
    for (const source of this.#sources) await this.#reprendre(db, tenu.index, source, lignes)
    return { index: tenu.index, changement }
  }

  async #batir(db: Database, changement: number): Promise<Tenu<Genre>> {
    const index = new IndexRecherche<Genre>()
    for (const source of this.#sources) {
      for await (const fiches of source.lire(db, null)) {
        for (const fiche of fiches) index.mettre(fiche)
        // What else is asked of the register is answered between two batches.
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    index.ranger()
    return { index, changement }
  }

  async #reprendre(
    db: Database,
    index: IndexRecherche<Genre>,
    { genre, lire, touchees }: SourceIndexee<Genre>,
    lignes: readonly LigneChangee[],
  ): Promise<void> {
    const ids = new Set<string>()
    for (const [table, changees] of grouperPar(lignes, (ligne) => ligne.table)) {
      const regle = touchees[table]
      if (regle === undefined) continue
      if (regle === 'toutes') {
        index.oterGenre(genre)
        for await (const fiches of lire(db, null)) for (const fiche of fiches) index.mettre(fiche)
        return
      }
      for (const id of await regle(db, changees)) ids.add(id)
    }
    if (ids.size === 0) return
    for (const id of ids) index.oter(genre, id)
    for await (const fiches of lire(db, [...ids])) for (const fiche of fiches) index.mettre(fiche)
  }
}

async function dernierChangement(db: Database): Promise<number> {
  const { rows } = await sql<{ seq: number }>`SELECT coalesce(max(seq), 0) AS seq FROM changement`.execute(db)
  return rows[0]?.seq ?? 0
}

async function lignesChangees(db: Database, apres: number, jusqua: number): Promise<LigneChangee[]> {
  const { rows } = await sql<LigneChangee>`
    SELECT tableNom AS "table", ligneId AS id, parentId FROM fichePistee
    WHERE num IN (SELECT ficheNum FROM changement WHERE seq > ${apres} AND seq <= ${jusqua})
    LIMIT ${beaucoup + 1}`.execute(db)
  return rows
}
