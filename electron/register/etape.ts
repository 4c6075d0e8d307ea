import type BetterSqlite3 from 'better-sqlite3'
import { genresDeFiche } from '../../shared/domain/journal/fiches'
import { phraseEtape } from '../../shared/domain/journal/phrases'
import type { EtapeEnCours, ResumeEtape } from '../database/journal/etape-en-cours'
import { Lignes, lireJson } from '../database/journal/lignes'
import type { ProcessContext } from './context'

/** The step that a command opens: its sentence is written at the end, from what it changed. */
export function decrireEtape(
  { session, now }: Pick<ProcessContext, 'session' | 'now'>,
  operation: string,
): EtapeEnCours {
  const etape: EtapeEnCours = {
    operation,
    nature: 'normale',
    cibleSeq: null,
    phrase: null,
    source: null,
    composer: (resume) =>
      phraseEtape(
        operation,
        session.registre === null ? [] : nommer(lignesDe(session.registre.sqlite), resume),
        etape.source ?? null,
      ),
    now,
    scellee: null,
  }
  return etape
}

/** Read at each seal: their statements are prepared once for each open register. */
const lues = new WeakMap<BetterSqlite3.Database, Pick<Lignes, 'lire'>>()

function lignesDe(sqlite: BetterSqlite3.Database): Pick<Lignes, 'lire'> {
  let lignes = lues.get(sqlite)
  if (!lignes) lues.set(sqlite, (lignes = new Lignes(sqlite)))
  return lignes
}

/** Gives the first records of each table their names. */
function nommer(lignes: Pick<Lignes, 'lire'>, resume: readonly ResumeEtape[]) {
  return resume.map((part) => ({
    ...part,
    premieres: part.premieres.map(({ id, colonnes, avant }) => {
      const ligne = lignes.lire(part.table, id) ?? (avant === null ? null : lireJson(avant))
      const genre = genresDeFiche[part.table]
      if (ligne === null || !genre) return { colonnes, libelle: '' }
      return { colonnes, libelle: genre.libelle(ligne, lignes.lire), livree: genre.livree?.(ligne) ?? false }
    }),
  }))
}
