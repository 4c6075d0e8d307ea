import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { compte } from '../../../shared/nombres'
import { Dialog } from '../dialog'
import { LongWork } from '../progress'
import { DiffValue } from '../state'
import type { DiffSign } from '../tone'
import { cellText, type Column } from './column'
import { Grid } from './grid'
import type { PastePlan, PlannedCell } from './paste-plan'
import type { DataTableModel } from './table-model'
import { plannedText, type useBulkEdit } from './use-bulk-edit'
import { useDataTable } from './use-data-table'
import classes from './table.module.css'

interface PasteDialogProps<Row> {
  table: DataTableModel<Row>
  bulk: ReturnType<typeof useBulkEdit<Row>>
}

/** What a paste, an erasing or a fill would change: old and new, what is refused and why, before anything is written. */
export function PasteDialog<Row>({ table, bulk }: PasteDialogProps<Row>) {
  const { job } = bulk
  if (!job) return null
  if (job.step !== 'preview' || !job.plan) {
    const progress = {
      fait: job.fait,
      total: job.total,
      libelle: job.step === 'reading' ? 'Lecture de ce qui est collé…' : 'Écriture des cellules…',
    }
    return (
      <Dialog opened onClose={bulk.cancel} title={job.titre}>
        <LongWork title={job.titre} work={{ running: true, progress, cancel: bulk.cancel }} />
      </Dialog>
    )
  }
  const { plan } = job
  const writable = plan.cells.length - plan.refused
  return (
    <Dialog
      opened
      size="xl"
      onClose={bulk.cancel}
      title={`${job.titre} : ${compte(writable, 'cellule')} à écrire${plan.refused > 0 ? `, ${compte(plan.refused, 'refusée')}` : ''}`}
      actions={
        <>
          <Button variant="default" onClick={bulk.cancel}>
            Ne rien écrire
          </Button>
          <Button disabled={writable === 0} data-autofocus onClick={() => void bulk.apply(plan)}>
            {writable === 0 ? 'Rien à écrire' : `Écrire ${compte(writable, 'cellule')}`}
          </Button>
        </>
      }
    >
      {plan.notes.length > 0 && (
        <ul className={classes.planNotes}>
          {plan.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {plan.unchanged > 0 && (
        <p className={classes.planNotes}>
          {compte(plan.unchanged, 'cellule a déjà cette valeur', 'cellules ont déjà cette valeur')}.
        </p>
      )}
      <Preview table={table} plan={plan} />
    </Dialog>
  )
}

interface PreviewRow {
  cle: string
  ligne: string
  colonne: string
  avant: string
  apres: string
  refus: string | undefined
}

const columns: readonly Column<PreviewRow>[] = [
  { cle: 'ligne', titre: 'Ligne', valeur: ({ ligne }) => ligne, largeur: 170, principale: true },
  { cle: 'colonne', titre: 'Colonne', valeur: ({ colonne }) => colonne, largeur: 120, extensible: 0 },
  {
    cle: 'valeur',
    titre: 'Ancienne et nouvelle valeur',
    valeur: ({ apres }) => apres,
    rendu: ({ avant, apres, refus }) =>
      refus === undefined ? <DiffValue before={avant} after={apres === '' ? '(vide)' : apres} /> : apres,
    largeur: 210,
    extensible: 2,
  },
]

const signOf = ({ avant, apres, refus }: PreviewRow): DiffSign => {
  if (refus !== undefined || apres === '') return 'retrait'
  return avant === '' ? 'ajout' : 'modification'
}
const noteOf = ({ refus }: PreviewRow) =>
  refus === undefined ? null : <span className={classes.planRefusal}>{refus}</span>

const chips = [
  {
    cle: 'refusees',
    titre: 'Refusées',
    garde: ({ refus }: PreviewRow) => refus !== undefined,
    tone: 'erreur' as const,
  },
]

function previewRow<Row>(cell: PlannedCell<Row>, name: Column<Row> | undefined): PreviewRow {
  return {
    cle: `${cell.key} ${cell.column.cle}`,
    ligne: name ? cellText(name, cell.row) : '',
    colonne: cell.column.titre,
    avant: cellText(cell.column, cell.row),
    apres: cell.refus === undefined ? plannedText(cell) : cell.texte,
    refus: cell.refus,
  }
}

function Preview<Row>({ table, plan }: { table: DataTableModel<Row>; plan: PastePlan<Row> }) {
  const { columns: shown, label } = table
  const rows = useMemo(() => {
    const name = shown.find(({ principale }) => principale) ?? shown[0]
    // What is refused comes first: it is what one reads before deciding.
    const refused = plan.cells.filter(({ refus }) => refus !== undefined)
    const others = plan.cells.filter(({ refus }) => refus === undefined)
    return [...refused, ...others].map((cell) => previewRow(cell, name))
  }, [plan, shown])
  const preview = useDataTable({
    label: `Ce qui changerait : ${label}`,
    columns,
    rows,
    rowKey: ({ cle }) => cle,
    noun: { un: 'cellule', plusieurs: 'cellules' },
    chips,
  })
  return (
    <div className={classes.preview}>
      <Grid table={preview} empty={null} rowTone={signOf} rowNote={noteOf} compact />
    </div>
  )
}
