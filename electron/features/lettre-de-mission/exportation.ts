import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { motifDeCorrection } from '../../../shared/domain/lettre-de-mission/a-corriger'
import { controlerDossier } from '../../../shared/domain/lettre-de-mission/controle'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import type { FormatLettre } from '../../../shared/domain/lettre-de-mission/format'
import type { LettresExportees } from '../../../shared/domain/lettre-de-mission/exportation.contract'
import { compte } from '../../../shared/nombres'
import { nomAffiche } from '../../../shared/text'
import { deliver } from '../../documents/deliver'
import type { Context } from '../../register/context'
import { readCadre } from './cadre'
import { type FiltreLettres, listDossiers } from './dossiers.queries'
import { type Destination, ecrireEnLot, type Espece } from './ecriture-en-lot'
import { Impression } from './impression'
import { type CadreLettre, nomsFichiers } from './lettre-de-mission.documents'
import { readWord } from './word'

const lettre: Espece = { un: 'lettre', plusieurs: 'lettres', feminin: true, titre: 'Lettres de mission' }

interface Demande extends FiltreLettres {
  anneeId: string
  format: FormatLettre
  destination: Destination | undefined
  fichierUnique: string | undefined
}

/** Select, compose, print or write for Word, deliver; see `exporterLettres` for what it promises. */
export async function exporter(
  context: Context,
  { anneeId, ids, format, destination, fichierUnique }: Demande,
): Promise<LettresExportees> {
  const choisis = await listDossiers(context.db, ids === undefined ? { anneeId } : { ids })
  const dossiers = choisis.filter(({ lettre }) => ids !== undefined || lettre.active === 1)
  if (dossiers.length === 0)
    throw new AppError('notFound', `Aucune lettre de mission à exporter pour ${anneeId}. Rien n’a été écrit.`)
  const cadre = await readCadre(context.db, context.resources, context.auJour)
  const { ecrire, aCompleter } = await ecrivain(context, dossiers, { cadre, anneeId, format })
  const fichiers: string[] = []
  if (destination !== undefined) {
    const noms = nomsFichiers(dossiers, format)
    const aEcrire = dossiers.map((seul, rang) => ({
      nom: noms[rang] ?? '',
      produire: () => ecrire([seul]),
    }))
    fichiers.push(...(await ecrireEnLot(context, destination, aEcrire, lettre)))
  }
  if (fichierUnique !== undefined) {
    context.progress({
      fait: 0,
      total: 0,
      libelle: `Mise en page de ${compte(dossiers.length, 'lettre')} en un seul fichier`,
    })
    await deliver(fichierUnique, await ecrire(dossiers))
    fichiers.push(fichierUnique)
  }
  return {
    fichiers: fichiers.map((chemin) => ({ jeton: context.files.grant(chemin).jeton, nom: basename(chemin) })),
    lettres: dossiers.length,
    aCorriger: [
      ...aCompleter,
      ...dossiers.flatMap((lettre) => {
        const motif = motifDeCorrection(controlerDossier(lettre, cadre, context.today()))
        return motif ? [{ agent: nomAffiche(lettre.agent), message: motif.message }] : []
      }),
    ],
  }
}

/** What writes letters, in order, in one file of the format asked for, and what it leaves to complete. */
async function ecrivain(
  context: Context,
  dossiers: readonly DossierLettre[],
  { cadre, anneeId, format }: { cadre: CadreLettre; anneeId: string; format: FormatLettre },
): Promise<{
  ecrire: (choisis: readonly DossierLettre[]) => Promise<Uint8Array>
  aCompleter: LettresExportees['aCorriger']
}> {
  if (format === 'pdf') {
    const impression = new Impression(context, cadre, anneeId)
    return { ecrire: (choisis) => impression.lettres(choisis), aCompleter: [] }
  }
  const word = await readWord(context, dossiers, { cadre, anneeId })
  return { ecrire: (choisis) => Promise.resolve(word.ecrire(choisis)), aCompleter: word.aCompleter }
}
