import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import type { envoiContract } from '../../../shared/domain/envoi/envoi.contract'
import { nomsDistincts } from '../../../shared/nom-fichier'
import { compte } from '../../../shared/nombres'
import type { HandlersOf } from '../../register/handler'
import { composerBordereau, nomBordereau } from './bordereau.documents'
import { readCadre } from './cadre'
import { readSignataires } from './circuit.queries'
import { listDossiers } from './dossiers.queries'
import { ecrireEnLot, type Espece } from './ecriture-en-lot'
import { Impression } from './impression'
import { abregeDuPli, choisirDossiers, mettreSousPlis, sansDate } from './plis'

const bordereau: Espece = {
  un: 'bordereau',
  plusieurs: 'bordereaux',
  feminin: false,
  titre: 'Bordereaux de signature',
}

export const envoiHandlers = {
  'envoi.exporterBordereaux': async (context, { anneeId, ids, code, jetonDossier, remplacer }) => {
    const { db, resources, files, today } = context
    const dossiers = await choisirDossiers(db, { anneeId, ...(ids && { ids }) })
    const cadre = await readCadre(db, resources)
    const plis = mettreSousPlis(dossiers, cadre, { anneeId, code })
    const signataires = await readSignataires(db)
    const impression = new Impression(context, cadre, anneeId)
    const noms = nomsDistincts(plis.map((pli) => nomBordereau(pli, anneeId, abregeDuPli(pli, signataires))))
    const chemins = await ecrireEnLot(
      context,
      { dossier: files.resolve(jetonDossier), remplacer },
      plis.map((pli, rang) => ({
        nom: noms[rang] ?? '',
        produire: () =>
          impression.document(
            composerBordereau(pli, { ...cadre, anneeId, aujourdhui: today() }),
            'Bordereau de signature MLDS',
          ),
      })),
      bordereau,
    )
    const sousPlis = plis.reduce((somme, { lettres }) => somme + lettres.length, 0)
    return {
      fichiers: chemins.map((chemin, rang) => ({
        jeton: files.grant(chemin).jeton,
        nom: basename(chemin),
        lettres: plis[rang]?.lettres.length ?? 0,
      })),
      laissees: ids === undefined ? 0 : ids.length - sousPlis,
      sansDate: sansDate(plis.flatMap(({ lettres }) => lettres)),
    }
  },

  'envoi.imprimer': async (context, { anneeId, ids }) => {
    const { db, resources, progress } = context
    const dossiers = await listDossiers(db, { ids })
    if (dossiers.length === 0) throw new AppError('notFound', 'Ces lettres ne sont plus dans le registre.')
    progress({ fait: 0, total: 0, libelle: `Mise en page de ${compte(dossiers.length, 'lettre')} pour l’imprimante` })
    return new Impression(context, await readCadre(db, resources, context.auJour), anneeId).surPapier(dossiers)
  },
} satisfies HandlersOf<typeof envoiContract>
