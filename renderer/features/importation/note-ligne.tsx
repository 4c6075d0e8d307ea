import { Button } from '@mantine/core'
import type { Signalement } from '../../../shared/domain/importation/plan'
import { formatNombre } from '../../../shared/nombres'
import { DiffValue } from '../../ui/state'
import classes from './importation.module.css'

/** What is said under a row: findings with their corrections, and cells that were corrected. */
export interface ActionsDeNote {
  /** All the findings that the same gesture would correct, this one included. */
  semblables: (signalement: Signalement) => readonly Signalement[]
  onCorriger: (signalements: readonly Signalement[]) => void
  onRetablir: (cellule: string) => void
}

/** A row as the notes see it; both imports have it. */
export interface LigneANoter {
  cellules: readonly { ref: string; brut: string; origine?: string | undefined }[]
  signalements: readonly Signalement[]
}

/** Under a row, each thing to correct or to look at, with its cell; accepting a correction replaces the cell. */
export function NoteLigne({ ligne, actions }: { ligne: LigneANoter; actions: ActionsDeNote }) {
  return (
    <ul className={classes.notes}>
      {corrigees(ligne).map(({ ref, origine = '', brut }) => (
        <li key={`corrigee ${ref}`} data-gravite="corrigee">
          <span>
            <strong>{ref}</strong> · corrigée ici, pas dans le fichier :{' '}
            <DiffValue before={origine || '(vide)'} after={brut || '(vide)'} />
          </span>
          <Button variant="default" size="compact-sm" onClick={() => actions.onRetablir(ref)}>
            Rétablir
          </Button>
        </li>
      ))}
      {dits(ligne).map((signalement) => (
        <li
          key={`${signalement.cellule} ${signalement.regle} ${signalement.message}`}
          data-gravite={signalement.gravite}
        >
          <span>
            <strong>{signalement.cellule}</strong> · {signalement.message}
          </span>
          {signalement.correction !== null && <Corriger signalement={signalement} actions={actions} />}
        </li>
      ))}
    </ul>
  )
}

function Corriger({ signalement, actions }: { signalement: Signalement; actions: ActionsDeNote }) {
  const semblables = actions.semblables(signalement)
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        title={signalement.correction ?? undefined}
        onClick={() => actions.onCorriger([signalement])}
      >
        {libelleCorrection(signalement.correction ?? '')}
      </Button>
      {semblables.length > 1 && (
        <Button
          variant="subtle"
          size="compact-sm"
          title={semblables.slice(0, 12).map(direCorrection).join('\n')}
          onClick={() => actions.onCorriger(semblables)}
        >
          Corriger les {formatNombre(semblables.length)} semblables
        </Button>
      )}
    </>
  )
}

const direCorrection = ({ cellule, valeur, correction }: Signalement): string =>
  `${cellule} : ${valeur} → ${correction ?? ''}`

/** A list of établissements is too long for a button. */
const libelleCorrection = (correction: string): string =>
  correction.length > 40 ? 'Accepter la correction' : `Corriger en ${correction}`

const dits = ({ signalements }: LigneANoter): readonly Signalement[] =>
  signalements.filter(({ gravite }) => gravite !== 'information')

const corrigees = ({ cellules }: LigneANoter) => cellules.filter(({ origine }) => origine !== undefined)

/** True when something is to be said under the row. */
export const aUneNote = (ligne: LigneANoter): boolean => dits(ligne).length > 0 || corrigees(ligne).length > 0
