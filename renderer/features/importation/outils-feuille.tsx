import { Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconChevronDown } from '@tabler/icons-react'
import type { FeuillePlanifiee, LignePlanifiee, PlanImportation } from '../../../shared/domain/importation/plan'
import { compte, formatNombre } from '../../../shared/nombres'
import { useAnneeId } from '../../session'
import { enumerer } from '../../../shared/text'
import { LongWork } from '../../ui/progress'
import classes from './importation.module.css'
import { useLignesACorriger } from './lignes-a-corriger'

import type { Choix } from './use-analyse'
import type { Gestes } from './use-choix'
import type { useExecution } from './use-execution'

export type Volet = 'remarques' | 'colonnes' | undefined
type Execution = ReturnType<typeof useExecution>

interface BoutonProps {
  total: number
  parNature: readonly string[]
  execution: Execution
  /** The counts are about to change. */
  enCours: boolean
}

/** The one primary action, with its counts. */
export function BoutonImporter({ total, parNature, execution, enCours }: BoutonProps) {
  return (
    <Button
      disabled={total === 0 || enCours}
      loading={execution.travail.running}
      onClick={() => void execution.importer(total, parNature)}
    >
      {total === 0
        ? 'Rien à importer'
        : `Importer ${parNature.length > 2 ? `les ${formatNombre(total)} lignes` : enumerer(parNature)}`}
    </Button>
  )
}

/** What is being written. */
export function Avancement({ plan, execution }: { plan: PlanImportation; execution: Execution }) {
  if (!execution.travail.running) return null
  return (
    <div className={classes.travail}>
      <LongWork title={`Import de ${plan.nomFichier}`} work={execution.travail} />
    </div>
  )
}

/** A choice is being judged: said where it moves nothing. */
export function Verification({ enCours }: { enCours: boolean }) {
  return (
    <span className={classes.verification} role="status">
      {enCours ? 'Vérification…' : ''}
    </span>
  )
}

interface ActionsProps {
  plan: PlanImportation
  feuille: FeuillePlanifiee
  gestes: Gestes<Choix>
  volet: Volet
  setVolet: (volet: Volet) => void
  aCorriger: number
  onCocher: (lignes: readonly LignePlanifiee[], garder: boolean) => void
  onAutreFichier: () => void
}

/** What can be done with the file besides importing it. */
export function ActionsFeuille(props: ActionsProps) {
  const { plan, feuille, gestes, volet, setVolet, aCorriger, onCocher, onAutreFichier } = props
  const anneeId = useAnneeId()
  const laissees = useLignesACorriger()
  const remarques = feuille.signalements.length
  return (
    <>
      <AnnulerGeste gestes={gestes} />
      <Button
        variant="default"
        onClick={() => setVolet(volet === 'remarques' ? undefined : 'remarques')}
        aria-expanded={volet === 'remarques'}
      >
        Remarques{remarques > 0 && ` (${String(remarques)})`}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            // Not that of the chips, in the bar below.
            aria-label="Plus d’actions"
            loading={laissees.running}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            Plus
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Cocher feuille={feuille} onCocher={onCocher} />
          {aCorriger > 0 && (
            <Menu.Item onClick={() => void laissees.enregistrer(gestes.choix, anneeId, plan.nomFichier)}>
              Enregistrer {compte(aCorriger, 'ligne')} à corriger dans un classeur…
            </Menu.Item>
          )}
          <Menu.Item onClick={onAutreFichier}>Choisir un autre classeur…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** Takes the last gesture of a preview back. */
export function AnnulerGeste({
  gestes: { annuler, dernier },
}: {
  gestes: Pick<Gestes<unknown>, 'annuler' | 'dernier'>
}) {
  if (!annuler) return null
  return (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size={14} aria-hidden />}
      title={`Annuler «\u00a0${dernier}\u00a0» (Ctrl + Z)`}
      aria-label={`Annuler «\u00a0${dernier}\u00a0»`}
      onClick={annuler}
    >
      Annuler
    </Button>
  )
}

/** Ticks or unticks many rows at once. */
function Cocher({ feuille, onCocher }: Pick<ActionsProps, 'feuille' | 'onCocher'>) {
  const de = (statut: LignePlanifiee['statut']) => feuille.lignes.filter((ligne) => ligne.statut === statut)
  const [nouvelles, modifiees] = [de('nouvelle'), de('modifiee')]
  const toutes = [...nouvelles, ...modifiees]
  if (toutes.length < 2) return null
  return (
    <>
      <Menu.Item onClick={() => onCocher(toutes, true)}>Tout cocher ({formatNombre(toutes.length)})</Menu.Item>
      <Menu.Item onClick={() => onCocher(toutes, false)}>Tout décocher ({formatNombre(toutes.length)})</Menu.Item>
      {nouvelles.length > 0 && modifiees.length > 0 && (
        <>
          <Menu.Item onClick={() => onCocher(nouvelles, false)}>
            Décocher les nouvelles ({formatNombre(nouvelles.length)})
          </Menu.Item>
          <Menu.Item onClick={() => onCocher(modifiees, false)}>
            Décocher les modifiées ({formatNombre(modifiees.length)})
          </Menu.Item>
        </>
      )}
      <Menu.Divider />
    </>
  )
}
