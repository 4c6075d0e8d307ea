import {
  signalementsDuPlan,
  type FeuillePlanifiee,
  type PlanImportation,
  type Signalement,
} from '../../../shared/domain/importation/plan'
import { compte } from '../../../shared/nombres'
import { DetailPane } from '../../ui/page'
import { State } from '../../ui/state'
import classes from './importation.module.css'

/** What is said of the sheet as a whole, then what was understood otherwise than written, cell by cell. */
export function RemarquesPane({
  plan,
  feuille,
  onClose,
}: {
  plan: PlanImportation
  feuille: FeuillePlanifiee
  onClose: () => void
}) {
  const deLaFeuille = feuille.signalements
  const informations = signalementsDuPlan({ feuilles: [feuille] }).filter(
    ({ gravite, ligne }) => gravite === 'information' && ligne !== null,
  )
  return (
    <DetailPane title={`Remarques sur «\u00a0${feuille.feuille}\u00a0»`} onClose={onClose}>
      {plan.avertissements.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
      {deLaFeuille.length === 0 && informations.length === 0 && <p>Rien à signaler.</p>}
      <ul className={classes.remarques}>
        {deLaFeuille
          .toSorted((a, b) => Number(a.gravite === 'information') - Number(b.gravite === 'information'))
          .map((signalement) => (
            <li key={`${signalement.regle} ${signalement.cellule} ${signalement.message}`}>
              {signalement.gravite !== 'information' && <State tone="attention">À vérifier</State>}
              {signalement.cellule !== '' && <strong>{signalement.cellule}</strong>} {signalement.message}
            </li>
          ))}
      </ul>
      {informations.length > 0 && (
        <>
          <h3 className={classes.sousTitre}>
            {compte(informations.length, 'cellule comprise autrement', 'cellules comprises autrement')}
          </h3>
          <ul className={classes.remarques}>
            {grouper(informations).map(([message, cellules]) => (
              <li key={message}>
                <strong>{cellules.join(', ')}</strong> {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </DetailPane>
  )
}

/** The same sentence once, with all its cells. */
function grouper(signalements: readonly Signalement[]): [string, string[]][] {
  const parMessage = new Map<string, string[]>()
  for (const { cellule, message } of signalements)
    parMessage.set(message, [...(parMessage.get(message) ?? []), cellule])
  return [...parMessage]
}
