import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import { AppError } from '../../shared/app-error'
import { partiesLocales } from '../../shared/dates'
import type { ExportDeListe, exporterListe } from '../../shared/domain/liste/liste.contract'
import { deliver } from '../documents/deliver'
import { renderCsv } from '../documents/csv-writer'
import { renderExcel } from '../documents/excel'
import type { Context } from '../register/context'
import { baseDe } from './cache'
import { composerExport, composerTable, type FaitsDExport } from './export.documents'
import { getNomAcademie } from './liste.queries'
import { executer } from './rangee'
import type { SourceQuelconque } from './source'

type Demande = Omit<z.output<(typeof exporterListe)['input']>, 'liste'>

const interrompu = (): AppError => new AppError('conflict', 'Export interrompu : aucun fichier n’a été écrit.')

/** Gathers the columns of what is seen: those asked, the one of the groups before them. */
async function rassembler(context: Context, source: SourceQuelconque, demande: Demande): Promise<FaitsDExport> {
  const base = await baseDe(context, source, demande.contexte)
  const { ordre, filtre, tris, groupe, abandons } = await executer(base, demande)
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
  const { recherche, contexte } = demande
  return {
    ...{ liste: source.liste, colonnes, ordre, retenues: ordre?.length ?? ensemble, ensemble },
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
