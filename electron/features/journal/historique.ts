import type BetterSqlite3 from 'better-sqlite3'
import { tablesLiees } from '../../../shared/domain/journal/fiches'
import { type Ligne } from '../../../shared/domain/journal/fiches.donnees'
import type { VersionDeFiche } from '../../../shared/domain/journal/journal.contract'
import { type ChangementRow, changementsDeFiche, type EtapeRow } from '../../database/journal/empreinte'
import { etapeDuChangement } from '../../database/journal/etapes'
import { reculer } from '../../database/journal/lignes'
import type { Affichage } from './affichage'

type Sqlite = BetterSqlite3.Database

/** A record between two moments of its life. */
export interface Version {
  etape: EtapeRow
  avant: Ligne | null
  apres: Ligne | null
}

/** Every state of a record, newest first, one entry a step. */
export function versionsDe(sqlite: Sqlite, { lignes }: Affichage, table: string, id: string): Version[] {
  const changements = changementsDeFiche(sqlite, table, id)
  const versions: Version[] = []
  let apres = lignes.lire(table, id)
  for (const changement of changements.toReversed()) {
    const avant = reculer(apres, changement)
    const etape = etapeDe(sqlite, changement)
    const derniere = versions.at(-1)
    if (etape && derniere?.etape.seq === etape.seq) derniere.avant = avant
    else if (etape) versions.push({ etape, avant, apres })
    apres = avant
  }
  return versions.filter(({ avant, apres }) => avant !== null || apres !== null)
}

const etapeDe = (sqlite: Sqlite, { seq }: ChangementRow): EtapeRow | undefined => etapeDuChangement(sqlite, seq)

/** The history of a record with the rows that belong to it. */
export function historique(
  sqlite: Sqlite,
  affichage: Affichage,
  table: string,
  id: string,
  avecLiens: boolean,
): VersionDeFiche[] {
  const fiches = [{ table, id, principale: true, colonne: null }, ...(avecLiens ? liees(sqlite, table, id) : [])]
  const versions = fiches.flatMap((fiche) =>
    versionsDe(sqlite, affichage, fiche.table, fiche.id).map((version) => {
      const presentee = presenter(affichage, fiche, version)
      // Whose row it is goes without saying in the history of that record, unless it came from another one.
      return presentee.genre === 'modification'
        ? presentee
        : { ...presentee, valeurs: presentee.valeurs.filter(({ champ }) => champ !== fiche.colonne) }
    }),
  )
  return versions.filter(({ genre, valeurs }) => genre !== 'modification' || valeurs.length > 0)
}

export function presenter(
  affichage: Affichage,
  { table, id, principale }: { table: string; id: string; principale: boolean },
  { etape, avant, apres }: Version,
): VersionDeFiche {
  return {
    etape: affichage.etape(etape),
    fiche: affichage.fiche(table, id, apres ?? avant),
    principale,
    genre: avant === null ? 'creation' : apres === null ? 'suppression' : 'modification',
    valeurs: affichage.valeurs(table, avant, apres),
  }
}

interface FicheLiee {
  table: string
  id: string
  principale: false
  /** Its column that names whose it is. */
  colonne: string
}

/** Rows that belong (or belonged) to a record: those whose kind names it as its parent. */
export function liees(sqlite: Sqlite, table: string, id: string): FicheLiee[] {
  return tablesLiees(table).flatMap(({ table: enfant, colonne, tableSelon }) => {
    const presentes = sqlite
      .prepare(
        `SELECT id FROM "${enfant}" WHERE "${colonne}" = ?${tableSelon === null ? '' : ` AND "${tableSelon}" = ?`}`,
      )
      .pluck()
      .all(...(tableSelon === null ? [id] : [id, table])) as string[]
    const suivies = sqlite
      .prepare('SELECT ligneId FROM fichePistee WHERE parentId = ? AND tableNom = ?')
      .pluck()
      .all(id, enfant) as string[]
    return [...new Set([...presentes, ...suivies])].flatMap((ligne): FicheLiee[] => [
      { table: enfant, id: ligne, principale: false, colonne },
      ...liees(sqlite, enfant, ligne),
    ])
  })
}
