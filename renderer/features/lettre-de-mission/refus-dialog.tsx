import { grouperPar } from '../../../shared/grouper'
import { aLEcran } from '../../ui/format'
import { paths } from '../../paths'
import { Dialog } from '../../ui/dialog'
import classes from './campagne.module.css'

export interface Refus {
  /** Of the letter, to open it. */
  id?: string
  agent: string
  raison: string
}

/** What an act on many letters could not do: each reason once, with those whom it is about; nothing when all was done. */
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
      {[...grouperPar(refus, ({ raison }) => raison)].map(([raison, concernes]) => (
        <section key={raison} className={classes.refus}>
          <p>{aLEcran(raison)}</p>
          <ul>
            {concernes.map(({ id, agent }, rang) => (
              <li key={`${String(rang)} ${agent}`}>
                {id === undefined ? (
                  agent
                ) : (
                  <a href={paths.lettre.href({ id })} onClick={onClose}>
                    {agent}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}
