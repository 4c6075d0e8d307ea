import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import { AppError } from '../../shared/app-error'
import { partiesLocales } from '../../shared/dates'
import type { ExportDeListe, exporterListe } from '../../shared/domain/liste/liste.contract'
import { estNumerique } from '../../shared/liste/colonne'
import { deliver } from '../documents/deliver'
import { renderCsv } from '../documents/csv-writer'
import { renderExcel } from '../documents/excel'
import type { Context } from '../register/context'
import type { Base } from './base'
import { baseDe } from './cache'
import { composerCsv, composerExport, type FaitsDExport } from './export.documents'
import { getNomAcademie } from './liste.queries'
import { grouper, totaliser } from './page'
import { executer, type Places } from './rangee'
import { resoudre } from './selection'
import type { SourceQuelconque } from './source'

type Demande = Omit<z.output<(typeof exporterListe)['input']>, 'liste'>

export const sansColonne = (): AppError =>
  new AppError('invalid', 'Choisissez au moins une colonne à exporter. Rien n’a été écrit.')

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

/** In characters, a width in pixels: those of the sheet's font are 7 wide, as Excel counts. */
export const enCaracteres = (pixels: number): number => Math.max(4, Math.round(pixels / 7))

/** Gathers the columns of what is seen: those asked, in their order, and that of the groups. */
async function rassembler(context: Context, source: SourceQuelconque, demande: Demande): Promise<FaitsDExport> {
  const base = await baseDe(context, source, demande.contexte)
  const { ordre, filtre, tris, groupe, abandons } = await executer(base, champDe(demande))
  const choisies = demande.selection && (await parmi(base, ordre, await resoudre(context, source, demande.selection)))
  const { colonnes: vues, largeurs } = demande
  // A group is named in the first column, where a number has its own sum.
  const [premiere = ''] = vues
  const nomme =
    groupe !== null && (!vues.includes(groupe.colonne) || estNumerique(base.decrire(premiere)?.type ?? 'texte'))
  const cles = [...new Set([...(nomme ? [groupe.colonne] : []), ...vues])]
  const connues = cles.filter((cle) => base.decrire(cle))
  if (connues.length === 0) throw sansColonne()
  await base.charger(connues.flatMap((cle) => [cle, base.decrire(cle)?.uniteDe ?? cle]))
  const ensemble = await base.ensemble()
  const colonnes = await Promise.all(
    source.liste.colonnes
      .filter(({ cle }) => connues.includes(cle))
      .toSorted((a, b) => connues.indexOf(a.cle) - connues.indexOf(b.cle))
      .map(async (colonne) => {
        const { cle, uniteDe: unite } = colonne
        const largeur = largeurs[cle]
        return {
          ...{ colonne, valeurs: await base.colonne(cle) },
          ...(unite !== undefined && { unites: await base.colonne(unite) }),
          ...(largeur !== undefined && { largeur: enCaracteres(largeur) }),
        }
      }),
  )
  const gardees = choisies ?? ordre
  const { recherche } = champDe(demande)
  const { contexte } = demande
  return {
    ...{ liste: source.liste, colonnes, ordre: gardees, ensemble },
    totaux: await totaliser(base, gardees),
    groupes: groupe ? await grouper(base, gardees, groupe.colonne) : [],
    ...{ retenues: choisies?.length ?? ordre?.length ?? ensemble, choisies: choisies !== undefined },
    ...{ anneeId: contexte.anneeId, recherche, filtre, puces: [], tris, groupe, abandons, replies: demande.replies },
  }
}

/** Writes exactly what is seen of a list of the register into the file chosen, whole or untouched. */
export const exporter = async (context: Context, source: SourceQuelconque, demande: Demande): Promise<ExportDeListe> =>
  livrer(context, await rassembler(context, source, demande), demande)

/** The file of what is exported, whole or untouched. */
export async function livrer(
  context: Pick<Context, 'files' | 'progress' | 'signal' | 'now' | 'db' | 'auJour'>,
  faits: FaitsDExport,
  { format, jeton }: Pick<Demande, 'format' | 'jeton'>,
): Promise<ExportDeListe> {
  const { files, progress, signal, now, db, auJour } = context
  const chemin = files.resolve(jeton)
  const dire = (fait: number): void =>
    progress({ fait: Math.min(fait, faits.retenues), total: faits.retenues, libelle: 'Écriture du fichier' })
  dire(0)
  const rendre = async (): Promise<Buffer> => {
    if (format === 'csv') return renderCsv(composerCsv(faits))
    const auteur = `Académie ${await getNomAcademie(db)}`
    const classeur = composerExport(faits, { creeLe: now(), editeLe: partiesLocales(now()).jour, auteur, auJour })
    return renderExcel(classeur, { signal, onProgress: dire })
  }
  const bytes = await rendre().catch((error: unknown) => {
    throw signal.aborted ? interrompu() : error
  })
  if (signal.aborted) throw interrompu()
  await deliver(chemin, bytes)
  return { jeton, nom: basename(chemin), dossier: dirname(chemin), lignes: faits.retenues }
}
