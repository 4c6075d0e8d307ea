import type BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../../../shared/app-error'
import { ajouterJours, formatJour, partiesLocales } from '../../../shared/dates'
import { parentDe } from '../../../shared/domain/journal/fiches'
import { genresDeFiche } from '../../../shared/domain/journal/fiches.donnees'
import { refusDeRestaurer, seRestaure } from '../../../shared/domain/journal/restauration'
import type { FicheDesignee, FicheSupprimee } from '../../../shared/domain/journal/journal.contract'
import { citer } from '../../../shared/typographie'
import type { EtapeRow } from '../../database/journal/empreinte'
import { lireJson } from '../../database/journal/lignes'
import type { Context } from '../../register/context'
import { Affichage } from './affichage'
import { refuserDoublon } from './restaurer'

type Sqlite = BetterSqlite3.Database

interface Suppression {
  tableNom: string
  ligneId: string
  avant: string
  seq: number
}

/** Last deletion of each record that is not in the register any more, newest first. */
function suppressionsDepuis(
  sqlite: Sqlite,
  { lignes }: Affichage,
  depuis: string,
): { suppression: Suppression; etape: EtapeRow }[] {
  const etapes = sqlite
    .prepare<[string], EtapeRow>(
      "SELECT * FROM etape WHERE instant >= ? AND nature IN ('normale', 'exterieure') ORDER BY seq DESC",
    )
    .all(depuis)
  const dans = sqlite.prepare<[number, number], Suppression>(
    `SELECT f.tableNom, f.ligneId, c.avant, c.seq FROM changement c JOIN fichePistee f ON f.num = c.ficheNum
     WHERE c.seq BETWEEN ? AND ? AND c.operation = 'D'
     AND NOT EXISTS (SELECT 1 FROM changement p WHERE p.ficheNum = c.ficheNum AND p.seq > c.seq)`,
  )
  return etapes.flatMap((etape) =>
    dans
      .all(etape.premierChangement, etape.dernierChangement)
      .filter(({ tableNom, ligneId }) => lignes.lire(tableNom, ligneId) === null)
      .map((suppression) => ({ suppression, etape })),
  )
}

/** What was deleted and may come back; rows that left with their record come back with it, and are not listed apart. */
export function listerCorbeille({ session, now }: Context): FicheSupprimee[] {
  const { sqlite } = session.required
  const affichage = new Affichage(sqlite)
  const jours = joursDeCorbeille(sqlite)
  const toutes = suppressionsDepuis(sqlite, affichage, instantIlYA(now(), jours))
  const parties = new Set(
    toutes.map(({ suppression, etape }) => `${String(etape.seq)} ${suppression.tableNom} ${suppression.ligneId}`),
  )
  return toutes.flatMap(({ suppression, etape }): FicheSupprimee[] => {
    const { tableNom: table, ligneId: id, avant } = suppression
    const ligne = lireJson(avant)
    const parent = parentDe(table, ligne)
    if (!seRestaure(table) || (parent && parties.has(`${String(etape.seq)} ${parent.table} ${parent.id}`))) return []
    const { instant, qui, seq: etapeSeq } = etape
    const liens = avecLiens(toutes, etape, table, id).length - 1
    return [
      {
        ...affichage.fiche(table, id, ligne),
        etapeSeq,
        instant,
        qui,
        liens,
        jusquAu: ajouterJours(partiesLocales(instant).jour, jours),
      },
    ]
  })
}

/** A deleted record, then the rows of the same step that belonged to it, parents first. */
function avecLiens(
  toutes: readonly { suppression: Suppression; etape: EtapeRow }[],
  { seq }: EtapeRow,
  table: string,
  id: string,
): Suppression[] {
  const duPas = toutes.filter(({ etape }) => etape.seq === seq).map(({ suppression }) => suppression)
  const elle = duPas.filter(({ tableNom, ligneId }) => tableNom === table && ligneId === id)
  const enfants = duPas.filter(({ tableNom, avant }) => {
    const parent = parentDe(tableNom, lireJson(avant))
    return parent?.table === table && parent.id === id
  })
  return [
    ...elle,
    ...enfants.flatMap(({ tableNom, ligneId }) => avecLiens(toutes, { seq } as EtapeRow, tableNom, ligneId)),
  ]
}

/** Puts a deleted record back with its rows. In the caller's transaction. */
export function sortirDeCorbeille(
  { session, now, etape: courante }: Context,
  table: string,
  id: string,
): { fiche: FicheDesignee; liens: number } {
  const { sqlite } = session.required
  const affichage = new Affichage(sqlite)
  const jours = joursDeCorbeille(sqlite)
  const toutes = suppressionsDepuis(sqlite, affichage, instantIlYA(now(), jours))
  if (!seRestaure(table)) throw new AppError('forbidden', refusDeRestaurer)
  const trouvee = toutes.find(({ suppression }) => suppression.tableNom === table && suppression.ligneId === id)
  if (!trouvee)
    throw new AppError(
      'notFound',
      `Cette fiche n’est pas dans la corbeille : on y trouve ce qui a été supprimé depuis moins de ${String(jours)} jours. Rien n’a changé.`,
    )
  const lignes = avecLiens(toutes, trouvee.etape, table, id).map(({ tableNom, avant }) => ({
    table: tableNom,
    ligne: lireJson(avant),
  }))
  const revenues = new Set(lignes.map(({ table: nom, ligne }) => `${nom} ${String(ligne['id'])}`))
  for (const { table: nom, ligne } of lignes) {
    refuserDoublon(affichage, nom, ligne)
    for (const [colonne, cible] of Object.entries(affichage.lignes.references(nom))) {
      const cibleId = ligne[colonne]
      if (typeof cibleId !== 'string' || revenues.has(`${cible} ${cibleId}`) || affichage.lignes.lire(cible, cibleId))
        continue
      throw new AppError(
        'forbidden',
        `Elle dépend de ${citer(affichage.fiche(cible, cibleId).libelle)}, qui n’est plus dans le registre : sortez-la d’abord de la corbeille. Rien n’a changé.`,
      )
    }
  }
  sqlite.pragma('defer_foreign_keys = ON')
  for (const { table: nom, ligne } of lignes) affichage.lignes.inserer(nom, ligne)
  const fiche = affichage.fiche(table, id)
  courante.phrase = `Sortie de la corbeille : ${fiche.libelle}, ${genresDeFiche[table]?.feminin ? 'supprimée' : 'supprimé'} le ${formatJour(partiesLocales(trouvee.etape.instant).jour)}`
  return { fiche, liens: lignes.length - 1 }
}

const joursDeCorbeille = (sqlite: Sqlite): number =>
  sqlite.prepare('SELECT corbeilleJours FROM reglageJournal').pluck().get() as number

export const instantIlYA = (maintenant: string, jours: number): string =>
  new Date(Date.parse(maintenant) - jours * 86_400_000).toISOString()
