import { Button } from '@mantine/core'
import type { CellulePlanifiee, Signalement } from '../../../shared/domain/importation/plan'
import { formatNombre } from '../../../shared/nombres'
import { DiffValue } from '../../ui/state'
import type { CellNote } from '../../ui/table/cell-notes'
import { noNotes } from '../../ui/table/cell-notes'
import type { EnAttente } from './use-saisie'

/** What is done from the notes of a row: corrections accepted, cells given back what the file says. */
export interface ActionsDeNote {
  /** All the findings that the same gesture would correct, this one included. */
  semblables: (signalement: Signalement) => readonly Signalement[]
  onCorriger: (signalements: readonly Signalement[]) => void
  onRetablir: (cellule: string) => void
}

/** A row as the notes see it; both imports have it. */
export interface LigneANoter {
  cellules: readonly CellulePlanifiee[]
  signalements: readonly Signalement[]
}

/** Under its cell, each thing to correct or to look at; accepting a correction replaces the cell. */
export function notesDeLigne(ligne: LigneANoter, actions: ActionsDeNote, enAttente: EnAttente): readonly CellNote[] {
  const corriges = corrigees(ligne)
  const dit = dits(ligne)
  if (corriges.length === 0 && dit.length === 0) return noNotes
  const champDe = (ref: string): string | undefined => ligne.cellules.find((cellule) => cellule.ref === ref)?.champ
  return [
    ...corriges.map(({ ref, champ, origine = '', brut }): CellNote => ({
      key: `corrigee ${ref}`,
      cle: champ,
      tone: 'info',
      ...(enAttente.has(ref)
        ? { sentence: verification(ref) }
        : {
            sentence: (
              <>
                <strong>{ref}</strong> · corrigée ici, pas dans le fichier&nbsp;:{' '}
                <DiffValue before={origine || '(vide)'} after={brut || '(vide)'} />
              </>
            ),
            actions: (
              <Button variant="default" size="compact-sm" onClick={() => actions.onRetablir(ref)}>
                Rétablir
              </Button>
            ),
          }),
    })),
    ...dit.map((signalement): CellNote => {
      const { cellule, regle, message, gravite, correction } = signalement
      return {
        key: `${cellule} ${regle} ${message}`,
        cle: champDe(cellule),
        ...(enAttente.has(cellule)
          ? { tone: 'info', sentence: verification(cellule) }
          : {
              tone: gravite === 'bloquant' ? 'erreur' : 'attention',
              sentence: (
                <>
                  <strong>{cellule}</strong> · {message}
                </>
              ),
              ...(correction !== null && { actions: <Corriger signalement={signalement} actions={actions} /> }),
            }),
      }
    }),
  ]
}

/** A cell just changed: what was said of it no longer holds, what will be is not known yet. */
const verification = (ref: string) => (
  <>
    <strong>{ref}</strong> · vérification…
  </>
)

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
