import { aLEcran } from '../../ui/format'
import { Dialog } from '../../ui/dialog'
import classes from './campagne.module.css'

export interface Refus {
  agent: string
  raison: string
}

/** What an act on many letters could not do, one by one, with its reason; nothing when all was done. */
export function RefusDialog({
  titre,
  refus,
  onClose,
}: {
  titre: string
  refus: readonly Refus[]
  onClose: () => void
}) {
  return (
    <Dialog opened={refus.length > 0} onClose={onClose} title={titre} size="lg">
      <ul className={classes.refus}>
        {refus.map(({ agent, raison }) => (
          <li key={`${agent} ${raison}`}>
            <strong>{agent}</strong> : {aLEcran(raison)}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
