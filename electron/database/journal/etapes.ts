import type BetterSqlite3 from 'better-sqlite3'
import type { EtapeRow } from './empreinte'

type Sqlite = BetterSqlite3.Database

export const findEtape = (sqlite: Sqlite, seq: number): EtapeRow | undefined =>
  sqlite.prepare<[number], EtapeRow>('SELECT * FROM etape WHERE seq = ?').get(seq)

/** The step that holds a change; undefined while it is not sealed. */
export const etapeDuChangement = (sqlite: Sqlite, changement: number): EtapeRow | undefined =>
  sqlite
    .prepare<[number, number], EtapeRow>(
      'SELECT * FROM etape WHERE dernierChangement >= ? AND premierChangement <= ? ORDER BY dernierChangement LIMIT 1',
    )
    .get(changement, changement)

/**
 * Which steps hold: one that was undone does not, unless its undoing was itself undone. `inverse` gives the last step
 * that undid another.
 */
export function effets(sqlite: Sqlite): {
  tient: (seq: number) => boolean
  inverse: (seq: number) => number | undefined
} {
  const inverses = new Map<number, number>()
  for (const { seq, cibleSeq } of sqlite
    .prepare<[], { seq: number; cibleSeq: number }>(
      'SELECT seq, cibleSeq FROM etape WHERE cibleSeq IS NOT NULL ORDER BY seq',
    )
    .all())
    inverses.set(cibleSeq, seq)
  const tient = (seq: number): boolean => {
    let holds = true
    for (let next = inverses.get(seq); next !== undefined; next = inverses.get(next)) holds = !holds
    return holds
  }
  return { tient, inverse: (seq) => inverses.get(seq) }
}

/** Undoing the birth of the register would leave nothing to stand on. */
const fondatrices = new Set(['registre.creer', 'demonstration.creer'])
export const estFondatrice = ({ operation }: Pick<EtapeRow, 'operation'>): boolean => fondatrices.has(operation)

/** What Ctrl+Z undoes: the newest step of the user's that still holds. */
export function derniereAnnulable(sqlite: Sqlite): EtapeRow | null {
  const { tient } = effets(sqlite)
  const normales = sqlite.prepare<[], EtapeRow>(
    "SELECT * FROM etape WHERE nature = 'normale' AND allegee = 0 ORDER BY seq DESC",
  )
  for (const etape of normales.iterate()) if (!estFondatrice(etape) && tient(etape.seq)) return etape
  return null
}

/** What Ctrl+Y does again: the newest undoing that holds, as long as nothing new was done since. */
export function derniereRetablissable(sqlite: Sqlite): EtapeRow | null {
  const { tient } = effets(sqlite)
  const recentes = sqlite.prepare<[], EtapeRow>("SELECT * FROM etape WHERE nature <> 'allegement' ORDER BY seq DESC")
  for (const etape of recentes.iterate()) {
    if (etape.nature === 'normale' || etape.nature === 'exterieure') return null
    if (etape.nature === 'annulation' && tient(etape.seq)) return etape
  }
  return null
}
