import type BetterSqlite3 from 'better-sqlite3'
import type { EtapeRow } from './empreinte'
import { effets } from './etapes'
import type { Journal } from './journal'
import { phraseAllegement } from './verifier'

type Sqlite = BetterSqlite3.Database

/** A file smaller than this is never lightened for its size. */
const petitOctets = 4 * 1024 * 1024

/** Bytes of the journal's own tables and indexes, and of all the rest that is used. */
export function tailles(sqlite: Sqlite): { journal: number; donnees: number; libre: number; fichier: number } {
  const page = sqlite.pragma('page_size', { simple: true }) as number
  const fichier = page * (sqlite.pragma('page_count', { simple: true }) as number)
  const libre = page * (sqlite.pragma('freelist_count', { simple: true }) as number)
  const journal = sqlite
    .prepare<[], number>(
      `SELECT coalesce(sum(d.pgsize), 0) FROM dbstat d JOIN sqlite_schema s ON s.name = d.name
       WHERE d.aggregate = 1 AND s.tbl_name IN ('etape', 'fichePistee', 'changement')`,
    )
    .pluck()
    .get() as number
  return { journal, donnees: fichier - libre - journal, libre, fichier }
}

/**
 * Forgets the content of steps that undid each other: both leave the register as it was. Their sentences stay, and the
 * lightening is itself a chained step. Never forgotten: what a letter signed or a bilan frozen in between stood upon, what
 * Ctrl+Y may still do again, and a record that something else changed in between. Returns the numbers of the steps.
 */
export function alleger(
  sqlite: Sqlite,
  journal: Journal,
  { avant, now }: { avant: string; now: () => string },
): number[] {
  return sqlite.transaction(() => {
    const seqs = pairesEteintes(sqlite, avant).flatMap(([aller, retour]) =>
      oublier(sqlite, aller, retour) ? [aller.seq, retour.seq] : [],
    )
    if (seqs.length === 0) return []
    sqlite.exec(`DELETE FROM fichePistee WHERE num NOT IN (SELECT ficheNum FROM changement)`)
    const phrase = phraseAllegement(seqs)
    journal.noter({
      operation: 'journal.alleger',
      nature: 'allegement',
      cibleSeq: null,
      phrase,
      composer: () => phrase,
      now,
      scellee: null,
    })
    return seqs
  })()
}

function pairesEteintes(sqlite: Sqlite, avant: string): [EtapeRow, EtapeRow][] {
  const { tient, inverse } = effets(sqlite)
  const etapes = new Map(
    sqlite
      .prepare<[], EtapeRow>('SELECT * FROM etape ORDER BY seq')
      .all()
      .map((etape) => [etape.seq, etape]),
  )
  const derniereNormale = Math.max(
    0,
    ...[...etapes.values()].filter(({ nature }) => nature === 'normale').map(({ seq }) => seq),
  )
  const paires = [...etapes.values()].flatMap((aller): [EtapeRow, EtapeRow][] => {
    const retour = etapes.get(inverse(aller.seq) ?? 0)
    if (!retour || aller.allegee === 1 || retour.allegee === 1 || !tient(retour.seq)) return []
    return retour.instant < avant && retour.seq < derniereNormale ? [[aller, retour]] : []
  })
  return paires.sort(([, a], [, b]) => a.seq - b.seq)
}

/** Removes the changes of two steps that undo each other, record by record. */
function oublier(sqlite: Sqlite, aller: EtapeRow, retour: EtapeRow): boolean {
  // Between the two, the register was as it was when something was frozen: that moment must stay exact.
  const figes = sqlite
    .prepare<[number, number], number>(
      `SELECT EXISTS (SELECT 1 FROM changement c JOIN fichePistee f ON f.num = c.ficheNum
       WHERE c.seq BETWEEN ? AND ? AND c.operation = 'I' AND f.tableNom IN ('lettreFigee', 'bilanArrete'))`,
    )
    .pluck()
    .get(aller.premierChangement, retour.dernierChangement)
  if (figes !== 0) return false
  const bornes = [
    aller.premierChangement,
    aller.dernierChangement,
    retour.premierChangement,
    retour.dernierChangement,
  ] as const
  sqlite.exec('CREATE TEMP TABLE IF NOT EXISTS ficheOubliee (num INTEGER PRIMARY KEY); DELETE FROM ficheOubliee')
  sqlite
    .prepare(
      `INSERT INTO ficheOubliee SELECT DISTINCT ficheNum FROM changement a WHERE a.seq BETWEEN @retourDebut AND @retourFin
         AND EXISTS (SELECT 1 FROM changement b WHERE b.ficheNum = a.ficheNum AND b.seq BETWEEN @allerDebut AND @allerFin)
         AND NOT EXISTS (SELECT 1 FROM changement b WHERE b.ficheNum = a.ficheNum AND b.seq > @allerFin AND b.seq < @retourDebut)`,
    )
    .run({ allerDebut: bornes[0], allerFin: bornes[1], retourDebut: bornes[2], retourFin: bornes[3] })
  const { changes } = sqlite
    .prepare(
      'DELETE FROM changement WHERE (seq BETWEEN ? AND ? OR seq BETWEEN ? AND ?) AND ficheNum IN (SELECT num FROM ficheOubliee)',
    )
    .run(...bornes)
  if (changes === 0) return false
  sqlite.prepare('UPDATE etape SET allegee = 1 WHERE seq IN (?, ?)').run(aller.seq, retour.seq)
  return true
}

/**
 * Lightens when the journal weighs more than `part` times the live data, then gives the freed pages back to the disk.
 * Done when the register closes; during the work, only when it becomes excessive.
 */
export function entretenir(sqlite: Sqlite, journal: Journal, now: () => string, part = 1): boolean {
  const page = sqlite.pragma('page_size', { simple: true }) as number
  if (page * (sqlite.pragma('page_count', { simple: true }) as number) < petitOctets) return false
  const { journal: octets, donnees, libre, fichier } = tailles(sqlite)
  const allegees = octets > part * donnees ? alleger(sqlite, journal, { avant: '9999', now }) : []
  if (allegees.length > 0 || libre > (part * fichier) / 4) sqlite.exec('VACUUM')
  return allegees.length > 0
}

/** Forgets what undid itself longer ago than the settings say: done when the register closes. */
export function allegerAnciennes(sqlite: Sqlite, journal: Journal, now: () => string): number[] {
  const jours = sqlite.prepare<[], number>('SELECT allegerApresJours FROM reglageJournal').pluck().get() ?? 0
  return alleger(sqlite, journal, { avant: new Date(Date.parse(now()) - jours * 86_400_000).toISOString(), now })
}
