import { useState } from 'react'
import type { GenreCourriel } from '../../../shared/domain/courriel/courriel'
import { preparerCourriels } from '../../../shared/domain/courriel/courriel.contract'
import {
  exporterBordereaux,
  imprimerLettres,
  type LettreSansDate,
  phraseSansDate,
} from '../../../shared/domain/envoi/envoi.contract'
import { choisirDossier, montrerFichier } from '../../../shared/domain/fichier/fichier.contract'
import { compte } from '../../../shared/nombres'
import { call } from '../../ipc/call'
import { useLong } from '../../ipc/use-operation'
import { confirm } from '../../ui/dialog'
import { notify } from '../../ui/notice'
import type { Refus } from './refus-dialog'
import { sansEcraser } from './sans-ecraser'

/** Which letters: those chosen, or those of the year that the act is about. */
export interface ChoixDEnvoi {
  ids?: string[]
  /** One signatory only. */
  code?: string
}

/** Paper, signature sheets, draft e-mails: each one its own work, with what could not be done. */
export function useEnvoi(anneeId: string) {
  const bordereaux = useLong(exporterBordereaux)
  const courriels = useLong(preparerCourriels)
  const impression = useLong(imprimerLettres)
  const [reserves, setReserves] = useState<readonly Refus[]>([])
  const dans = async (titre: string, faire: (jetonDossier: string) => Promise<void>): Promise<void> => {
    try {
      const choisi = await call(choisirDossier, { titre })
      if (choisi) await faire(choisi.jeton)
    } catch (error) {
      notify.error(error)
    }
  }
  return {
    works: [
      { title: 'Bordereaux de signature', work: bordereaux },
      { title: 'Brouillons de courriel', work: courriels },
      { title: 'Impression', work: impression },
    ],
    running: bordereaux.running || courriels.running || impression.running,
    reserves,
    fermerReserves: () => setReserves([]),

    bordereaux: (choix: ChoixDEnvoi) =>
      dans('Choisir le dossier des bordereaux', async (jetonDossier) => {
        const suite = await sansEcraser((remplacer) => bordereaux.run({ anneeId, ...choix, jetonDossier, remplacer }))
        if (suite === null) return
        const { fait } = suite
        if (fait === undefined) return annule()
        montrer(`${compte(fait.fichiers.length, 'bordereau écrit', 'bordereaux écrits')}.`, fait.fichiers)
        setReserves(dater(fait.sansDate))
      }),

    courriels: (genre: GenreCourriel, choix: ChoixDEnvoi) =>
      dans('Choisir le dossier des brouillons', async (jetonDossier) => {
        const suite = await sansEcraser((remplacer) =>
          courriels.run({ anneeId, genre, ...choix, jetonDossier, remplacer }),
        )
        if (suite === null) return
        const { fait } = suite
        if (fait === undefined) return annule()
        const { fichiers, sansAdresse, laissees, sansDate } = fait
        montrer(
          `${compte(fichiers.length, 'brouillon écrit', 'brouillons écrits')} : ouvrez-les pour les envoyer.`,
          fichiers,
        )
        setReserves([
          ...sansAdresse.map(({ destinataire, raison }) => ({ agent: destinataire, raison })),
          ...laissees,
          ...dater(sansDate),
        ])
      }),

    imprimer: async (ids: string[], aCorriger: number): Promise<void> => {
      if (aCorriger > 0 && !(await confirmerImpression(ids.length, aCorriger))) return
      try {
        if ((await impression.run({ anneeId, ids })) === true)
          notify.done(`${compte(ids.length, 'lettre envoyée', 'lettres envoyées')} à l’imprimante.`)
      } catch (error) {
        notify.error(error)
      }
    },
  }
}

const dater = (lettres: readonly LettreSansDate[]): Refus[] =>
  lettres.map((lettre) => ({ ...lettre, raison: phraseSansDate }))

/** What is not right is said before it is on paper. */
const confirmerImpression = (nombre: number, aCorriger: number): Promise<boolean> =>
  confirm({
    title: nombre === 1 ? 'Imprimer une lettre à corriger ?' : `Imprimer ${compte(nombre, 'lettre')} ?`,
    message:
      nombre === 1
        ? 'Un constat reste à corriger, ou un champ de son texte est vide : ouvrez la lettre pour le voir.'
        : `${compte(aCorriger, 'lettre reste', 'lettres restent')} à corriger : le filtre « À corriger » de la liste les montre.`,
    action: nombre === 1 ? 'Imprimer quand même' : `Imprimer ${compte(nombre, 'lettre')}`,
  })

export type Envoi = ReturnType<typeof useEnvoi>

const annule = (): void => notify.info('Travail annulé. Les fichiers déjà écrits sont entiers.')

function montrer(message: string, fichiers: readonly { jeton: string }[]): void {
  const jeton = fichiers[0]?.jeton ?? ''
  notify.done(message, {
    action: {
      label: 'Ouvrir le dossier',
      onClick: () => void call(montrerFichier, { jeton }).catch(notify.error),
    },
  })
}
