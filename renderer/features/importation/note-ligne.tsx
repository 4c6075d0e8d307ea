import { Button } from '@mantine/core'
import type { LignePlanifiee, Signalement } from '../../../shared/domain/importation/plan'
import classes from './importation.module.css'

interface NoteLigneProps {
  ligne: LignePlanifiee
  onCorriger: (signalement: Signalement) => void
}

/** Under a row, each thing to correct or to look at, with its cell; accepting a correction replaces the cell. */
export function NoteLigne({ ligne, onCorriger }: NoteLigneProps) {
  const dits = ligne.signalements.filter(({ gravite }) => gravite !== 'information')
  return (
    <ul className={classes.notes}>
      {dits.map((signalement) => (
        <li
          key={`${signalement.cellule} ${signalement.regle} ${signalement.message}`}
          data-gravite={signalement.gravite}
        >
          <span>
            <strong>{signalement.cellule}</strong> · {signalement.message}
          </span>
          {signalement.correction !== null && (
            <Button variant="default" size="compact-sm" onClick={() => onCorriger(signalement)}>
              {libelleCorrection(signalement.correction)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A list of établissements is too long for a button. */
const libelleCorrection = (correction: string): string =>
  correction.length > 40 ? 'Accepter la correction' : `Corriger en ${correction}`

/** True when something is to be said under the row. */
export const aUneNote = ({ signalements }: LignePlanifiee): boolean =>
  signalements.some(({ gravite }) => gravite !== 'information')
