import { exporterBilan } from '../../../shared/domain/bilan/bilan.contract'
import { choisirSortie, montrerFichier, ouvrirFichier } from '../../../shared/domain/fichier/fichier.contract'
import { lireAcademie } from '../../../shared/domain/parametres/parametres.contract'
import { nomAuJour } from '../../../shared/nom-fichier'
import { auJour } from '../../ipc/au-jour'
import { call } from '../../ipc/call'
import { useLong } from '../../ipc/use-operation'
import { notify } from '../../ui/notice'

/** Writes the workbook where the user says, then offers to open it. */
export function useExportBilan(demande: { anneeId: string; courant: boolean }) {
  const work = useLong(exporterBilan)
  const run = async (): Promise<void> => {
    try {
      const { nomComplement } = await call(lireAcademie, {})
      const nomPropose = nomAuJour(`Bilan MLDS ${demande.anneeId} – académie ${nomComplement}.xlsx`, auJour())
      const sortie = await call(choisirSortie, { but: 'bilan', nomPropose })
      if (!sortie) return
      const written = await work.run({ ...demande, jeton: sortie.jeton })
      if (!written) return
      notify.done(`Bilan écrit : ${written.nom}`, {
        action: {
          label: 'Ouvrir',
          onClick: () => void call(ouvrirFichier, { jeton: written.jeton }).catch(notify.error),
        },
      })
      await call(montrerFichier, { jeton: written.jeton })
    } catch (error) {
      notify.error(error)
    }
  }
  return { run, work }
}
