import type BetterSqlite3 from 'better-sqlite3'
import { createHash, hash, type Hash } from 'node:crypto'
import type { ResumeEtape } from './etape-en-cours'

/** A row of `etape`. */
export interface EtapeRow {
  seq: number
  instant: string
  phrase: string
  operation: string
  qui: string
  nature: string
  cibleSeq: number | null
  premierChangement: number
  dernierChangement: number
  fiches: number
  allegee: number
  contenuSha256: Buffer
  empreinte: Buffer
}

export interface ChangementRow {
  seq: number
  ficheNum: number
  tableNom: string
  ligneId: string
  operation: 'I' | 'U' | 'D'
  avant: string | null
  apres: string | null
}

const colonnesChangement = `c.seq, c.ficheNum, f.tableNom, f.ligneId, c.operation, c.avant, c.apres FROM changement c JOIN fichePistee f ON f.num = c.ficheNum`

/** Read at each seal: prepared once for each open register. */
const lectures = new WeakMap<BetterSqlite3.Database, BetterSqlite3.Statement<[number, number], ChangementRow>>()

/** Changes of a run, in the order in which they were made. */
export function changementsEntre(
  sqlite: BetterSqlite3.Database,
  premier: number,
  dernier: number,
): Iterable<ChangementRow> {
  let statement = lectures.get(sqlite)
  // A statement that is being read cannot be read again meanwhile.
  if (!statement || statement.busy) {
    statement = sqlite.prepare(`SELECT ${colonnesChangement} WHERE c.seq BETWEEN ? AND ? ORDER BY c.seq`)
    lectures.set(sqlite, statement)
  }
  return dernier - premier < 100 ? statement.all(premier, dernier) : statement.iterate(premier, dernier)
}

/** Every change of one record, oldest first. */
export function changementsDeFiche(
  sqlite: BetterSqlite3.Database,
  table: string,
  id: string,
  depuis = 0,
): ChangementRow[] {
  return sqlite
    .prepare<[string, string, number], ChangementRow>(
      `SELECT ${colonnesChangement} WHERE f.tableNom = ? AND f.ligneId = ? AND c.seq >= ? ORDER BY c.seq`,
    )
    .all(table, id, depuis)
}

/** Every change, from `premier` on, of the records that the run touched; each record's in order. */
export function changementsDesFichesDe(
  sqlite: BetterSqlite3.Database,
  premier: number,
  dernier: number,
): ChangementRow[] {
  return sqlite
    .prepare<[number, number, number], ChangementRow>(
      `WITH touchee AS MATERIALIZED (SELECT DISTINCT ficheNum FROM changement WHERE seq BETWEEN ? AND ?)
       SELECT c.seq, c.ficheNum, f.tableNom, f.ligneId, c.operation, c.avant, c.apres FROM touchee t
       CROSS JOIN fichePistee f ON f.num = t.ficheNum
       CROSS JOIN changement c ON c.ficheNum = t.ficheNum AND c.seq >= ? ORDER BY c.ficheNum, c.seq`,
    )
    .all(premier, dernier, premier)
}

/** SHA-256 of the changes of a run, with the count of what they touched when asked. */
export function hacherContenu(
  sqlite: BetterSqlite3.Database,
  premier: number,
  dernier: number,
): { contenu: Buffer; fiches: number; resume: ResumeEtape[] } {
  const digest = new Empreinte()
  const resumes = new Map<string, Map<number, Touche>>()
  for (const { ficheNum, tableNom, ligneId, operation, avant, apres } of changementsEntre(sqlite, premier, dernier)) {
    digest.ajouter(`${tableNom}\0${ligneId}\0${operation}\0${avant ?? ''}\0${apres ?? ''}\n`)
    let fiches = resumes.get(tableNom)
    if (!fiches) resumes.set(tableNom, (fiches = new Map<number, Touche>()))
    const touche = fiches.get(ficheNum)
    if (!touche) fiches.set(ficheNum, { id: ligneId, premiere: operation, derniere: operation, avant, apres })
    else Object.assign(touche, { derniere: operation, apres: touche.apres ?? apres })
  }
  const resume = [...resumes].map(([table, fiches]) => resumeDe(table, [...fiches.values()]))
  const fiches = [...resumes.values()].reduce((sum, { size }) => sum + size, 0)
  return { contenu: digest.finir(), fiches, resume }
}

/** SHA-256 of texts one after the other. A field left is one short text: hashed in one call, it costs half (measured). */
class Empreinte {
  #texte = ''
  #longue: Hash | null = null

  ajouter(texte: string): void {
    this.#texte += texte
    if (this.#texte.length < 65_536) return
    this.#longue = (this.#longue ?? createHash('sha256')).update(this.#texte)
    this.#texte = ''
  }

  finir(): Buffer {
    return this.#longue ? this.#longue.update(this.#texte).digest() : hash('sha256', this.#texte, 'buffer')
  }
}

interface Touche {
  id: string
  premiere: string
  derniere: string
  avant: string | null
  apres: string | null
}

/** Enough to see that all the rows of a command belong to one record (a letter's établissements). */
const premieresAuPlus = 20

function resumeDe(table: string, touches: readonly Touche[]): ResumeEtape {
  const creees = touches.filter(({ premiere, derniere }) => premiere === 'I' && derniere !== 'D').length
  const supprimees = touches.filter(({ premiere, derniere }) => premiere !== 'I' && derniere === 'D').length
  const modifiees = touches.filter(({ premiere, derniere }) => premiere !== 'I' && derniere !== 'D').length
  const premieres = touches.slice(0, premieresAuPlus).map(({ id, avant, apres }) => ({
    id,
    avant,
    colonnes: apres === null ? [] : Object.keys(JSON.parse(apres) as object),
  }))
  return { table, creees, modifiees, supprimees, premieres }
}

/** The link of the chain: the former link, what the step says of itself, and its content's digest. */
export function hacherEtape(precedente: Buffer, etape: Omit<EtapeRow, 'empreinte' | 'allegee'>): Buffer {
  const dit = JSON.stringify([
    etape.seq,
    etape.instant,
    etape.phrase,
    etape.operation,
    etape.qui,
    etape.nature,
    etape.cibleSeq,
    etape.premierChangement,
    etape.dernierChangement,
    etape.fiches,
    etape.contenuSha256.toString('hex'),
  ])
  return hash('sha256', Buffer.concat([precedente, Buffer.from(dit)]), 'buffer')
}

export const premiereEmpreinte = Buffer.alloc(32)
