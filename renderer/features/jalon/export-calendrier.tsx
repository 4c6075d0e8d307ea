import { Button } from '@mantine/core'
import { choisirSortie, ouvrirFichier } from '../../../shared/domain/fichier/fichier.contract'
import { exporterCalendrier } from '../../../shared/domain/jalon/jalon.contract'
import { compte } from '../../../shared/nombres'
import { call } from '../../ipc/call'
import { notify } from '../../ui/notice'

/** Writes the year for Outlook, Thunderbird or the académie's agenda. */
export function ExportCalendrier({ anneeId, disabled }: { anneeId: string; disabled: boolean }) {
  const run = async (): Promise<void> => {
    const sortie = await call(choisirSortie, { but: 'calendrier', nomPropose: `Calendrier MLDS ${anneeId}.ics` })
    if (!sortie) return
    const ecrit = await call(exporterCalendrier, { anneeId, jeton: sortie.jeton })
    notify.done(`${compte(ecrit.ecrits, 'jalon')} dans ${ecrit.nom}.`, {
      action: {
        label: 'Ouvrir',
        onClick: () => void call(ouvrirFichier, { jeton: ecrit.jeton }).catch(notify.error),
      },
    })
  }
  return (
    <Button variant="default" disabled={disabled} onClick={() => void run().catch(notify.error)}>
      Exporter vers un agenda…
    </Button>
  )
}
