import { Button, SegmentedControl } from '@mantine/core'
import { formatJour, partiesLocales } from '../../../shared/dates'
import { arreterBilan, rouvrirBilan, type BilanLu } from '../../../shared/domain/bilan/bilan.contract'
import { useCommand } from '../../ipc/use-operation'
import { confirm } from '../../ui/dialog'
import { notify } from '../../ui/notice'
import classes from './bilan.module.css'

/** « Arrêter le bilan… », while it follows the register. */
export function ArreterLeBilan({ bilan }: { bilan: BilanLu }) {
  const arreter = useCommand(arreterBilan)
  const { anneeId } = bilan.faits
  if (bilan.arreteAt !== null) return null
  const run = async (): Promise<void> => {
    const accepte = await confirm({
      title: `Arrêter le bilan ${anneeId}\u00a0?`,
      message:
        'Ses chiffres sont gardés tels qu’ils sont maintenant, avec ce qu’ils comptent\u00a0: ceux que vous présentez. Le registre continue de vivre, et les chiffres du moment restent à un clic.',
      action: 'Arrêter le bilan',
    })
    if (!accepte) return
    arreter.mutate(
      { anneeId },
      {
        onSuccess: () => {
          notify.done(`Bilan ${anneeId} arrêté.`)
        },
        onError: notify.error,
      },
    )
  }
  return (
    <Button data-key="bilanArrete" variant="default" loading={arreter.isPending} onClick={() => void run()}>
      Arrêter le bilan…
    </Button>
  )
}

interface BandeauProps {
  bilan: BilanLu
  onCourant: (courant: boolean) => void
}

/** Above the figures of a frozen bilan: since when, which figures are shown, and how to let it follow the register again. */
export function BandeauDuBilanArrete({ bilan, onCourant }: BandeauProps) {
  const rouvrir = useCommand(rouvrirBilan)
  const { arreteAt, fige, faits } = bilan
  if (arreteAt === null) return null
  const run = async (): Promise<void> => {
    const accepte = await confirm({
      title: `Rouvrir le bilan ${faits.anneeId}\u00a0?`,
      message: 'Ses chiffres suivront de nouveau le registre. Ceux qui étaient arrêtés restent dans le journal.',
      action: 'Rouvrir le bilan',
    })
    if (accepte) rouvrir.mutate({ anneeId: faits.anneeId }, { onError: notify.error })
  }
  return (
    <div className={classes.arret} role="status" data-key="bilanArrete">
      <p>
        <strong>Bilan arrêté le {formatJour(partiesLocales(arreteAt).jour)}.</strong>{' '}
        {fige
          ? 'Ces chiffres ne bougent plus.'
          : 'Ces chiffres sont ceux du registre à l’instant, et non ceux du bilan arrêté.'}
      </p>
      <SegmentedControl
        aria-label="Chiffres montrés"
        data={[
          { value: 'arretes', label: 'Arrêtés' },
          { value: 'courants', label: 'À l’instant' },
        ]}
        value={fige ? 'arretes' : 'courants'}
        onChange={(value) => {
          onCourant(value === 'courants')
        }}
      />
      <Button variant="default" loading={rouvrir.isPending} onClick={() => void run()}>
        Rouvrir…
      </Button>
    </div>
  )
}
