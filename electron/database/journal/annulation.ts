import type BetterSqlite3 from 'better-sqlite3'
import { SqliteError } from 'better-sqlite3'
import type { EtapeRow } from './empreinte'
import type { EtapeEnCours } from './etape-en-cours'
import { effets, etapeDuChangement, findEtape } from './etapes'
import { type Action, appliquer, type Obstacle, planInverse } from './inverse'
import type { Journal } from './journal'

type Sqlite = BetterSqlite3.Database

export interface Annulee {
  /** The step that was undone. */
  etape: EtapeRow
  /** The step that undoes it; null when there was nothing left to write. */
  seq: number | null
  fiches: { table: string; id: string }[]
  /** Records left as they are, each with its reason. */
  gardees: Obstacle[]
}

export interface Refus {
  etape: EtapeRow
  obstacles: Obstacle[]
  /** Steps to undo first, newest first. */
  suivantes: EtapeRow[]
}

export interface DemandeAnnulation {
  /** Undo first the steps that are in the way. */
  avecSuivantes: boolean
  /** Leave the records that were edited since, and undo the rest (an import). */
  garder: (etape: EtapeRow) => boolean
  /** By step, what another attempt found in the way (see `Incompatibles`). */
  incompatibles: ReadonlyMap<number, Obstacle[]>
  now: () => string
  operation: string
}

/** Undoes one step (or an undoing): each is a step of its own, in the caller's transaction. */
export function annulerEtape(
  sqlite: Sqlite,
  journal: Journal,
  etape: EtapeRow,
  demande: DemandeAnnulation,
): Annulee[] | Refus {
  const { actions, obstacles } = planInverse(sqlite, etape)
  if (obstacles.length > 0 && !demande.garder(etape)) {
    const suivantes = etapesGenantes(sqlite, etape, obstacles)
    if (!demande.avecSuivantes || suivantes.length === 0) return { etape, obstacles, suivantes }
    return annulerAvant(sqlite, journal, etape, suivantes, demande)
  }
  const incompatibles = demande.incompatibles.get(etape.seq)
  if (incompatibles) {
    const suivantes = etapesGenantes(sqlite, etape, incompatibles)
    if (!demande.avecSuivantes || suivantes.length === 0) return { etape, obstacles: incompatibles, suivantes }
    return annulerAvant(sqlite, journal, etape, suivantes, {
      ...demande,
      incompatibles: sans(demande.incompatibles, etape.seq),
    })
  }
  ecrirePlan(sqlite, etape, actions)
  const seq = journal.sceller(descriptionDe(etape, demande))
  return [{ etape, seq, fiches: actions.map(({ table, id }) => ({ table, id })), gardees: obstacles }]
}

/**
 * Values put back that do not go with those that their records took since (a day of end before the day of beginning): the
 * later changes of these records are in the way. Known only by writing, so it rolls the transaction back; asked again with
 * them in `incompatibles`, the undo is refused, or begins with those steps. (A savepoint would cost five times the undo.)
 */
export class Incompatibles extends Error {
  constructor(
    readonly seq: number,
    readonly obstacles: Obstacle[],
  ) {
    super('incompatible values')
  }
}

const sans = <V>(map: ReadonlyMap<number, V>, cle: number): ReadonlyMap<number, V> =>
  new Map([...map].filter(([autre]) => autre !== cle))

function ecrirePlan(sqlite: Sqlite, { seq, dernierChangement }: EtapeRow, actions: readonly Action[]): void {
  try {
    appliquer(sqlite, actions)
  } catch (error) {
    if (!(error instanceof SqliteError) || error.code !== 'SQLITE_CONSTRAINT_CHECK') throw error
    const suivants = sqlite
      .prepare<[string, string, number], number>(
        `SELECT c.seq FROM changement c JOIN fichePistee f ON f.num = c.ficheNum
         WHERE f.tableNom = ? AND f.ligneId = ? AND c.seq BETWEEN ? AND (SELECT max(dernierChangement) FROM etape)`,
      )
      .pluck()
    const obstacles = actions
      .filter(({ genre }) => genre === 'modifier')
      .map(({ table, id }): Obstacle => {
        const changements = suivants.all(table, id, dernierChangement + 1)
        return { table, id, raison: 'modifiee', champs: [], autre: null, changements }
      })
      .filter(({ changements }) => changements.length > 0)
    throw obstacles.length === 0 ? error : new Incompatibles(seq, obstacles)
  }
}

function annulerAvant(
  sqlite: Sqlite,
  journal: Journal,
  etape: EtapeRow,
  suivantes: readonly EtapeRow[],
  demande: DemandeAnnulation,
): Annulee[] | Refus {
  const faites: Annulee[] = []
  for (const suivante of suivantes) {
    if (!effets(sqlite).tient(suivante.seq)) continue
    const result = annulerEtape(sqlite, journal, suivante, demande)
    if (!Array.isArray(result)) return result
    faites.push(...result)
  }
  // Everything that was in the way is undone: what is still there has another cause, and is refused.
  const result = annulerEtape(sqlite, journal, etape, { ...demande, avecSuivantes: false })
  return Array.isArray(result) ? [...faites, ...result] : result
}

/** « Annulation : … », « Rétablissement : … »: the sentence stays that of the first step. */
function descriptionDe(etape: EtapeRow, { now, operation }: DemandeAnnulation): EtapeEnCours {
  const retablit = etape.nature === 'annulation'
  const phrase = `${retablit ? 'Rétablissement' : 'Annulation'} : ${etape.phrase.replace(/^(Annulation|Rétablissement) : /, '')}`
  return {
    operation,
    nature: retablit ? 'retablissement' : 'annulation',
    cibleSeq: etape.seq,
    phrase,
    composer: () => phrase,
    now,
    scellee: null,
  }
}

/** The later steps that hold and made the changes in the way; a step and its undoing cancel out. */
function etapesGenantes(sqlite: Sqlite, etape: EtapeRow, obstacles: readonly Obstacle[]): EtapeRow[] {
  const { tient } = effets(sqlite)
  const trouvees = new Map<number, EtapeRow>()
  for (const changement of obstacles.flatMap(({ changements }) => changements)) {
    const genante = etapeDuChangement(sqlite, changement)
    if (!genante || genante.seq <= etape.seq || !tient(genante.seq)) continue
    const cible = genante.cibleSeq === null ? undefined : findEtape(sqlite, genante.cibleSeq)
    if (cible && cible.seq > etape.seq) continue
    trouvees.set(genante.seq, genante)
  }
  return [...trouvees.values()].sort((a, b) => b.seq - a.seq)
}
