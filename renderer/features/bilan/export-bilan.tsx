import { Button } from '@mantine/core'
import { exporterBilan, type BilanLu } from '../../../shared/domain/bilan/bilan.contract'
import { choisirSortie, montrerFichier, ouvrirFichier } from '../../../shared/domain/fichier/fichier.contract'
import { nomAuJour } from '../../../shared/nom-fichier'
import { auJour } from '../../ipc/au-jour'
import { call } from '../../ipc/call'
import { useLong } from '../../ipc/use-operation'
import { notify } from '../../ui/notice'
import { LongWork } from '../../ui/progress'

/** Writes the workbook where the user says, then offers to open it. */
export function ExportBilan({ anneeId, bilan }: { anneeId: string; bilan: BilanLu | undefined }) {
  const exporter = useLong(exporterBilan)
  const run = async (): Promise<void> => {
    try {
      const nom = `Bilan MLDS ${anneeId} – académie ${bilan?.faits.academie.nomComplement ?? ''}.xlsx`
      const nomPropose = nomAuJour(nom, auJour())
      const sortie = await call(choisirSortie, { but: 'bilan', nomPropose })
      if (!sortie) return
      const written = await exporter.run({ anneeId, jeton: sortie.jeton })
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
  return (
    <>
      <Button data-reads onClick={() => void run()} loading={exporter.running} disabled={!bilan}>
        Exporter en Excel
      </Button>
      <LongWork title="Export du bilan" work={exporter} />
    </>
  )
}
