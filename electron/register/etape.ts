import type BetterSqlite3 from 'better-sqlite3'
import { parentDe, suiviDe } from '../../shared/domain/journal/fiches'
import { genresDeFiche, type Ligne, type Lire } from '../../shared/domain/journal/fiches.donnees'
import { phraseEtape, type ResumeDeTable } from '../../shared/domain/journal/phrases'
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

/** Gives the first records of each table their names, and what they belong to. */
function nommer({ lire }: Pick<Lignes, 'lire'>, resume: readonly ResumeEtape[]): ResumeDeTable[] {
  return resume.map((part) => ({
    ...part,
    premieres: part.premieres.map(({ id, colonnes, avant }) => {
      const ligne = lire(part.table, id) ?? (avant === null ? null : lireJson(avant))
      const genre = genresDeFiche[part.table]
      if (ligne === null || !genre) return { colonnes, libelle: '' }
      const libelle = genre.libelle(ligne, lire)
      const de = duParent(part.table, ligne, lire, libelle)
      return { colonnes, libelle, livree: genre.livree?.(ligne) ?? false, ...(de !== '' && { de }) }
    }),
  }))
}

/** « de la lettre de mission CARADEC Inès, 2026-2027 »; empty when the row's own name says it. */
function duParent(table: string, ligne: Ligne, lire: Lire, libelle: string): string {
  const parent = parentDe(table, ligne)
  const genre = parent && genresDeFiche[parent.table]
  const fiche = parent && lire(parent.table, parent.id)
  if (!genre || !fiche) return ''
  const nom = genre.libelle(fiche, lire)
  return libelle.includes(nom) ? '' : suiviDe(genre.du, genre, nom)
}
