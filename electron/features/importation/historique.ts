import type BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../../../shared/app-error'
import type { ContenuImport, ImportFait } from '../../../shared/domain/importation/historique'
import type { FicheImportee, ImportListe, RapportImport } from '../../../shared/domain/importation/importation.contract'
import { nommerFiche, parentDe } from '../../../shared/domain/journal/fiches'
import { type Ligne } from '../../../shared/domain/journal/fiches.donnees'
import { changementsEntre, type EtapeRow } from '../../database/journal/empreinte'
import { effets } from '../../database/journal/etapes'
import { Lignes, lireJson } from '../../database/journal/lignes'

type Sqlite = BetterSqlite3.Database

/** Records shown by a report; their number is always said. */
const fichesMontrees = 500

interface ImportTrouve {
  fait: ImportFait
  etape: EtapeRow
}

/** Every import that the journal knows: an undone one is read from what its undoing kept. Newest first. */
function trouver(sqlite: Sqlite, seulement: string | null): ImportTrouve[] {
  const rows = sqlite
    .prepare<[string | null, string | null], EtapeRow & { importId: string; avant: string | null }>(
      `SELECT e.*, f.ligneId AS importId,
         (SELECT d.avant FROM changement d WHERE d.ficheNum = f.num AND d.operation = 'D' ORDER BY d.seq DESC LIMIT 1) AS avant
       FROM fichePistee f
       JOIN changement c ON c.ficheNum = f.num AND c.operation = 'I'
       JOIN etape e ON c.seq BETWEEN e.premierChangement AND e.dernierChangement
       WHERE f.tableNom = 'importFait' AND (? IS NULL OR f.ligneId = ?) AND e.nature = 'normale'
       ORDER BY e.seq DESC`,
    )
    .all(seulement, seulement)
  const lignes = new Lignes(sqlite)
  return rows.flatMap(({ importId, avant, ...etape }) => {
    const ligne = lignes.lire('importFait', importId) ?? (avant === null ? null : lireJson(avant))
    return ligne === null ? [] : [{ fait: ligne as unknown as ImportFait, etape }]
  })
}

const lister = ({ contenu: _, ...fait }: ImportFait, etape: EtapeRow, tient: boolean): ImportListe => ({
  ...fait,
  etapeSeq: etape.seq,
  qui: etape.qui,
  tient,
})

export function listImports(sqlite: Sqlite): ImportListe[] {
  const { tient } = effets(sqlite)
  return trouver(sqlite, null).map(({ fait, etape }) => lister(fait, etape, tient(etape.seq)))
}

export function getRapport(sqlite: Sqlite, id: string): RapportImport {
  const [trouve] = trouver(sqlite, id)
  if (!trouve) throw new AppError('notFound', 'Cet import n’est plus dans l’historique.')
  const { fait, etape } = trouve
  const tient = effets(sqlite).tient(etape.seq)
  const fiches = tient ? fichesDe(sqlite, etape) : []
  return {
    ...lister(fait, etape, tient),
    contenu: JSON.parse(fait.contenu) as ContenuImport,
    fiches: fiches.slice(0, fichesMontrees),
    nombreFiches: fiches.length,
  }
}

/** Kinds of record that an import is about; the rest (mappings, the import itself) is not news. */
const pages: ReadonlySet<string> = new Set(['agent', 'etablissement', 'reseau', 'lettreDeMission', 'operationFse'])

/** The records that have a page and that the step wrote, each once, in the order of the file. */
function fichesDe(sqlite: Sqlite, { premierChangement, dernierChangement }: EtapeRow): FicheImportee[] {
  const lignes = new Lignes(sqlite)
  const fiches = new Map<string, FicheImportee>()
  for (const { tableNom, ligneId, operation } of changementsEntre(sqlite, premierChangement, dernierChangement)) {
    const page = pageDe(lignes, tableNom, ligneId)
    if (page === null) continue
    const cle = `${page.table} ${page.id}`
    const nee = operation === 'I' && page.id === ligneId
    const connue = fiches.get(cle)
    if (connue && nee) connue.genre = 'creation'
    if (connue) continue
    const libelle = fiches.size < fichesMontrees ? nommerFiche(page.table, page.ligne, lignes.lire) : ''
    fiches.set(cle, { table: page.table, id: page.id, libelle, genre: nee ? 'creation' : 'modification' })
  }
  return [...fiches.values()]
}

/** Climbs from a row to the record whose page shows it; null when it is no more, or has no page. */
function pageDe(lignes: Lignes, table: string, id: string): { table: string; id: string; ligne: Ligne } | null {
  const ligne = lignes.lire(table, id)
  if (ligne === null) return null
  const parent = parentDe(table, ligne)
  if (parent !== null) return pageDe(lignes, parent.table, parent.id)
  return pages.has(table) ? { table, id, ligne } : null
}
