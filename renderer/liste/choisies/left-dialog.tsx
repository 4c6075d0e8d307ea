import { aLEcran } from '../../ui/format'
import { Dialog } from '../../ui/dialog'
import type { Left } from './use-bulk-write'
import classes from './choisies.module.css'

/** What a bulk action could not do, with the sentence of each rule; nothing when all was done. */
export function LeftDialog({ left, onClose }: { left: readonly Left[]; onClose: () => void }) {
  return (
    <Dialog opened={left.length > 0} onClose={onClose} title="Laissé tel quel" size="lg">
      <ul className={classes.refus}>
        {left.map(({ phrase, lignes }) => (
          <li key={`${lignes} ${phrase}`}>
            {!phrase.startsWith(lignes) && <strong>{aLEcran(lignes)} : </strong>}
            {aLEcran(phrase)}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
