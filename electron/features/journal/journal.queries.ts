import type BetterSqlite3 from 'better-sqlite3'
import type { ReglagesJournal } from '../../../shared/domain/journal/journal.contract'
import type { EtapeRow } from '../../database/journal/empreinte'

type Sqlite = BetterSqlite3.Database

/** Steps before a number (all when null), newest first. */
export function listEtapes(sqlite: Sqlite, avantSeq: number | null, limite: number): EtapeRow[] {
  return sqlite
    .prepare<[number, number], EtapeRow>('SELECT * FROM etape WHERE seq < ? ORDER BY seq DESC LIMIT ?')
    .all(avantSeq ?? Number.MAX_SAFE_INTEGER, limite)
}

export const countEtapes = (sqlite: Sqlite): number =>
  sqlite.prepare<[], number>('SELECT count(*) FROM etape').pluck().get() ?? 0

export function readReglages(sqlite: Sqlite): ReglagesJournal {
  return sqlite
    .prepare<[], ReglagesJournal>('SELECT auteur, corbeilleJours, allegerApresJours FROM reglageJournal')
    .get() as ReglagesJournal
}

export function updateReglages(sqlite: Sqlite, champs: Partial<ReglagesJournal>): void {
  const { auteur, corbeilleJours, allegerApresJours } = { ...readReglages(sqlite), ...champs }
  sqlite
    .prepare('UPDATE reglageJournal SET auteur = ?, corbeilleJours = ?, allegerApresJours = ?')
    .run(auteur, corbeilleJours, allegerApresJours)
}
