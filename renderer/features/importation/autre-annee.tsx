import { Button } from '@mantine/core'
import { anneeAnnoncee, direAnnonce } from '../../../shared/domain/importation/annee-annoncee'
import type { PlanImportation } from '../../../shared/domain/importation/plan'
import { useSession } from '../../session'
import { leaveFocusBeside } from '../../ui/dialog'
import classes from './importation.module.css'

/** The workbook names another school year than the one imported into: why, and the button that takes it. */
export function AutreAnnee({ plan }: { plan: PlanImportation }) {
  const { anneeId, annees, setAnneeId } = useSession()
  const annonce = anneeAnnoncee(plan, anneeId)
  if (!annonce) return null
  return (
    <li data-tone="attention" className={classes.enCours}>
      <span>{direAnnonce(annonce, anneeId)}</span>
      {annees.includes(annonce.anneeId) && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={({ currentTarget }) => {
            leaveFocusBeside(currentTarget)
            setAnneeId(annonce.anneeId)
          }}
        >
          Importer dans {annonce.anneeId}
        </Button>
      )}
    </li>
  )
}
