import type { RapportImport } from '../../../shared/domain/importation/importation.contract'
import { annulerEtape } from '../../../shared/domain/journal/journal.contract'
import { compte } from '../../../shared/nombres'
import { useCommand } from '../../ipc/use-operation'
import { confirm } from '../../ui/dialog'
import { notify } from '../../ui/notice'

/** Undoes an import as one step of the journal; records edited since are kept, and named. */
export function useAnnulerImport({ etapeSeq, nomFichier, nombreFiches }: RapportImport) {
  const commande = useCommand(annulerEtape)
  const annuler = async (): Promise<void> => {
    const accord = await confirm({
      title: 'Annuler cet import\u00a0?',
      message: `Ce que « ${nomFichier} » avait écrit est retiré du registre, en une fois. Cela se rétablit depuis le journal.`,
      consequences: [
        `${compte(nombreFiches, 'fiche revient', 'fiches reviennent')} à leur état d’avant l’import`,
        'celles que vous avez modifiées depuis restent comme elles sont, et vous sont nommées',
      ],
      action: 'Annuler l’import',
      tone: 'danger',
    })
    if (!accord) return
    try {
      const resultat = await commande.mutateAsync({ etapeSeq })
      if (!resultat.fait) return notify.info(resultat.raison)
      const gardees = resultat.gardees.map(({ raison }) => raison)
      notify.done(
        [
          `Import annulé : ${compte(resultat.fiches, 'enregistrement retiré ou remis', 'enregistrements retirés ou remis')} comme avant.`,
          ...(gardees.length > 0
            ? [`${compte(gardees.length, 'fiche gardée', 'fiches gardées')} : ${gardees.slice(0, 3).join(' ')}`]
            : []),
        ].join(' '),
      )
    } catch (error) {
      notify.error(error)
    }
  }
  return { annuler, running: commande.isPending }
}
