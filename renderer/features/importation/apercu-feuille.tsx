import { Button } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import type { FeuillePlanifiee, LignePlanifiee, Signalement } from '../../../shared/domain/importation/plan'
import { nomsNature } from '../../../shared/domain/importation/plan'
import { EmptyState } from '../../ui/empty-state'
import { Page, SplitPane } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { useDataTable } from '../../ui/table/use-data-table'
import type { DiffSign } from '../../ui/tone'
import type { ApercuProps } from './apercu'
import { colonnesDApercu } from './colonnes'
import classes from './importation.module.css'
import { aUneNote, NoteLigne } from './note-ligne'
import { enumerer, importables, situer, statuts } from './phrases'
import { RemarquesPane } from './remarques'
import { useExecution } from './use-execution'
import type { Choix } from './use-analyse'

interface ApercuFeuilleProps extends ApercuProps {
  feuille: FeuillePlanifiee
  onglets: ReactNode
  onColonnes: () => void
}

const tons: Partial<Record<LignePlanifiee['statut'], DiffSign>> = {
  nouvelle: 'ajout',
  modifiee: 'modification',
  rejetee: 'retrait',
}
const tonDe = ({ statut, exclue }: LignePlanifiee): DiffSign | undefined =>
  exclue || statut === 'rejetee' ? undefined : tons[statut]
const chips = statuts.map(({ statut, titre, tone }) => ({
  cle: statut,
  titre,
  tone,
  garde: (ligne: LignePlanifiee) => ligne.statut === statut,
}))

/** One sheet: what would become of each row, and the button that does it for all the sheets. */
export function ApercuFeuille({
  plan,
  feuille,
  choix,
  onChange,
  onAutreFichier,
  onglets,
  onColonnes,
}: ApercuFeuilleProps) {
  const execution = useExecution(plan, choix)
  const [remarques, setRemarques] = useState(false)
  const rows = useMemo(() => avecExclues(feuille, choix), [feuille, choix])
  const columns = useMemo(
    () => colonnesDApercu(feuille, (ligne, garder) => onChange(cocher(choix, feuille.feuille, ligne.numero, garder))),
    [feuille, choix, onChange],
  )
  const nom = nomsNature[feuille.nature]
  const table = useDataTable({
    label: `Lignes de la feuille ${feuille.feuille}`,
    columns,
    rows,
    rowKey: ({ numero }) => String(numero),
    noun: { un: 'ligne', plusieurs: 'lignes' },
    chips,
  })
  const corriger = ({ feuille: lieu, cellule, correction }: Signalement): void => {
    const autres = choix.corrections.filter((autre) => autre.feuille !== lieu || autre.cellule !== cellule)
    onChange({ ...choix, corrections: [...autres, { feuille: lieu, cellule, valeur: correction ?? '' }] })
  }
  const { total, parNature } = importables(plan.feuilles, (titre, { numero }) => estExclue(choix, titre, numero))
  const nombreRemarques = feuille.signalements.length
  return (
    <Page
      title={`Importer des ${nom.plusieurs}`}
      state={situer(plan, feuille)}
      filters={<TableFilters table={table} />}
      actions={
        <Button
          disabled={total === 0}
          loading={execution.travail.running}
          onClick={() => void execution.importer(total, parNature)}
        >
          {total === 0
            ? 'Rien à importer'
            : `Importer ${parNature.length > 2 ? `les ${String(total)} lignes` : enumerer(parNature)}`}
        </Button>
      }
    >
      <div className={classes.contenu}>
        {execution.travail.running && (
          <div className={classes.travail}>
            <LongWork title={`Import de ${plan.nomFichier}`} work={execution.travail} />
          </div>
        )}
        <div className={classes.onglets}>
          {onglets}
          <div className={classes.outils}>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => setRemarques(!remarques)}
              aria-expanded={remarques}
            >
              Remarques{nombreRemarques > 0 && ` (${String(nombreRemarques)})`}
            </Button>
            <Button variant="default" size="compact-sm" onClick={onColonnes}>
              Colonnes…
            </Button>
            {execution.aCorriger > 0 && (
              <Button
                variant="default"
                size="compact-sm"
                loading={execution.enregistrement.running}
                onClick={() => void execution.enregistrer()}
              >
                Enregistrer les lignes à corriger
              </Button>
            )}
            <Button variant="default" size="compact-sm" onClick={onAutreFichier}>
              Autre classeur…
            </Button>
          </div>
        </div>
        <div className={classes.liste}>
          <SplitPane
            detail={
              remarques ? <RemarquesPane plan={plan} feuille={feuille} onClose={() => setRemarques(false)} /> : null
            }
            width={380}
          >
            <div className={classes.table}>
              <DataTable
                table={table}
                rowTone={tonDe}
                rowNote={(ligne) => (aUneNote(ligne) ? <NoteLigne ligne={ligne} onCorriger={corriger} /> : undefined)}
                empty={<EmptyState title="Cette feuille n’a aucune ligne sous ses en-têtes" />}
              />
            </div>
          </SplitPane>
        </div>
      </div>
    </Page>
  )
}

const estExclue = ({ exclues }: Choix, feuille: string, numero: number): boolean =>
  exclues[feuille]?.includes(numero) ?? false

/** The rows with what the user unticked; a row that does not change keeps its identity. */
const avecExclues = ({ feuille, lignes }: FeuillePlanifiee, choix: Choix): LignePlanifiee[] =>
  lignes.map((ligne) =>
    estExclue(choix, feuille, ligne.numero) === ligne.exclue ? ligne : { ...ligne, exclue: !ligne.exclue },
  )

function cocher(choix: Choix, feuille: string, numero: number, garder: boolean): Choix {
  const autres = (choix.exclues[feuille] ?? []).filter((autre) => autre !== numero)
  return { ...choix, exclues: { ...choix.exclues, [feuille]: garder ? autres : [...autres, numero] } }
}
