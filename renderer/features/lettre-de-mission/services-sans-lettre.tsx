import { Button } from '@mantine/core'
import { formatJour } from '../../../shared/dates'
import {
  creerLettre,
  type ServiceSansLettre,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { majusculeInitiale } from '../../../shared/text'
import { useCommand } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { Dialog } from '../../ui/dialog'
import { formatValeur } from '../../ui/format'
import { notify } from '../../ui/notice'
import { navigate } from '../../ui/router'
import classes from './lettre.module.css'

/** Who serves this year without a letter, and the letter to write for each. */
export function ServicesSansLettre({
  services,
  opened,
  onClose,
}: {
  services: readonly ServiceSansLettre[]
  opened: boolean
  onClose: () => void
}) {
  const creer = useCommand(creerLettre)
  const run = async (affectationId: string): Promise<void> => {
    try {
      const { lettre } = await creer.mutateAsync({ affectationId })
      onClose()
      navigate(paths.lettre.href({ id: lettre.id }))
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <Dialog opened={opened} onClose={onClose} title="Services sans lettre" size="xl">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Agent</th>
            <th scope="col">Rôle</th>
            <th scope="col" className={classes.nombre}>
              Quotité
            </th>
            <th scope="col">Dates</th>
            <th scope="col">
              <span className="visually-hidden">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ affectationId, agent, role, quotite, debutLe, finLe, modele }) => (
            <tr key={affectationId}>
              <td>{agent}</td>
              <td>{majusculeInitiale(role)}</td>
              <td className={classes.nombre}>{formatValeur('pourcentage', quotite)}</td>
              <td>{`${formatJour(debutLe)} – ${formatJour(finLe)}`}</td>
              <td className={classes.nombre}>
                {modele === null ? (
                  <span className={classes.aide}>Rôle sans lettre</span>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => void run(affectationId)}
                    aria-label={`Créer la lettre de ${agent}`}
                  >
                    Créer la lettre
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
