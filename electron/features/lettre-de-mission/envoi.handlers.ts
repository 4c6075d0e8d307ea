import { basename } from 'node:path'
import type { envoiContract } from '../../../shared/domain/envoi/envoi.contract'
import { nomsDistincts } from '../../../shared/nom-fichier'
import type { HandlersOf } from '../../register/handler'
import { composerBordereau, nomBordereau } from './bordereau.documents'
import { readCadre } from './cadre'
import { listSignataires } from './circuit.queries'
import { ecrireEnLot, type Espece } from './ecriture-en-lot'
import { Impression } from './impression'
import { choisirDossiers, mettreSousPlis } from './plis'

const bordereau: Espece = {
  un: 'bordereau',
  plusieurs: 'bordereaux',
  feminin: false,
  titre: 'Bordereaux de signature',
}

export const envoiHandlers = {
  'envoi.exporterBordereaux': async (context, { anneeId, ids, code, jetonDossier }) => {
    const { db, resources, files, today } = context
    const dossiers = await choisirDossiers(db, { anneeId, ...(ids && { ids }) })
    const cadre = await readCadre(db, resources)
    const plis = mettreSousPlis(dossiers, cadre, { anneeId, code })
    const signataires = new Map((await listSignataires(db)).map((terme) => [terme.code, terme]))
    const impression = new Impression(context, cadre, anneeId)
    const noms = nomsDistincts(
      plis.map((pli) => {
        const terme = signataires.get(pli.code)
        return nomBordereau(pli, anneeId, terme?.abrege ?? terme?.libelle ?? pli.qualite)
      }),
    )
    const chemins = await ecrireEnLot(
      context,
      files.resolve(jetonDossier),
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
    }
  },
} satisfies HandlersOf<typeof envoiContract>
