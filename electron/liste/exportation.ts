import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import { AppError } from '../../shared/app-error'
import { partiesLocales } from '../../shared/dates'
import type { ExportDeListe, exporterListe } from '../../shared/domain/liste/liste.contract'
import { deliver } from '../documents/deliver'
import { renderCsv } from '../documents/csv-writer'
import { renderExcel } from '../documents/excel'
import type { Context } from '../register/context'
import type { Base } from './base'
import { baseDe } from './cache'
import { composerExport, composerTable, type FaitsDExport } from './export.documents'
import { getNomAcademie } from './liste.queries'
import { grouper } from './page'
import { executer, type Places } from './rangee'
import { resoudre } from './selection'
import type { SourceQuelconque } from './source'

type Demande = Omit<z.output<(typeof exporterListe)['input']>, 'liste'>

const interrompu = (): AppError => new AppError('conflict', 'Export interrompu : aucun fichier n’a été écrit.')

/** Rows named by hand are exported even when the filter has moved on; « all but these » are those of its own filter. */
function champDe(demande: Demande): Demande {
  const { selection } = demande
  if (!selection) return demande
  return { ...demande, ...('ids' in selection ? { recherche: '', filtre: null } : selection.champ) }
}

/** Among rows in order, those of a selection. */
async function parmi(base: Base, ordre: Places, ids: readonly string[]): Promise<Int32Array> {
  const choisies = new Set(await Promise.all(ids.map((id) => base.place(id))))
  const toutes = ordre ?? Int32Array.from({ length: await base.ensemble() }, (_, place) => place)
  return toutes.filter((place) => choisies.has(place))
}

/** Gathers the columns of what is seen: those asked, the one of the groups before them. */
async function rassembler(context: Context, source: SourceQuelconque, demande: Demande): Promise<FaitsDExport> {
  const base = await baseDe(context, source, demande.contexte)
  const { ordre, filtre, tris, groupe, abandons } = await executer(base, champDe(demande))
  const choisies = demande.selection && (await parmi(base, ordre, await resoudre(context, source, demande.selection)))
  const cles = [...new Set([...(groupe ? [groupe.colonne] : []), ...demande.colonnes])]
  const connues = cles.filter((cle) => base.decrire(cle))
  if (connues.length === 0)
    throw new AppError('invalid', 'Choisissez au moins une colonne à exporter. Rien n’a été écrit.')
  await base.charger(connues)
  const ensemble = await base.ensemble()
  const colonnes = await Promise.all(
    source.liste.colonnes
      .filter(({ cle }) => connues.includes(cle))
      .toSorted((a, b) => connues.indexOf(a.cle) - connues.indexOf(b.cle))
      .map(async (colonne) => ({ colonne, valeurs: await base.colonne(colonne.cle) })),
  )
  const vues = choisies ?? ordre
  const { recherche } = champDe(demande)
  const { contexte } = demande
  return {
    ...{ liste: source.liste, colonnes, ordre: vues, ensemble },
    groupes: groupe ? await grouper(base, vues, groupe.colonne) : [],
    ...{ retenues: choisies?.length ?? ordre?.length ?? ensemble, choisies: choisies !== undefined },
    ...{ anneeId: contexte.anneeId, recherche, filtre, tris, groupe, abandons },
  }
}

/** Writes exactly what is seen into the file chosen, whole or untouched. */
export async function exporter(context: Context, source: SourceQuelconque, demande: Demande): Promise<ExportDeListe> {
  const { files, progress, signal, now, db, auJour } = context
  const chemin = files.resolve(demande.jeton)
  const faits = await rassembler(context, source, demande)
  const dire = (fait: number): void =>
    progress({ fait: Math.min(fait, faits.retenues), total: faits.retenues, libelle: 'Écriture du fichier' })
  dire(0)
  const rendre = async (): Promise<Buffer> => {
    if (demande.format === 'csv') return renderCsv(composerTable(faits))
    const auteur = `Académie ${await getNomAcademie(db)}`
    const classeur = composerExport(faits, { creeLe: now(), editeLe: partiesLocales(now()).jour, auteur, auJour })
    return renderExcel(classeur, { signal, onProgress: dire })
  }
  const bytes = await rendre().catch((error: unknown) => {
    throw signal.aborted ? interrompu() : error
  })
  if (signal.aborted) throw interrompu()
  await deliver(chemin, bytes)
  return { jeton: demande.jeton, nom: basename(chemin), dossier: dirname(chemin), lignes: faits.retenues }
}
