import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { compte } from '../../../shared/nombres'
import { Dialog } from '../dialog'
import { LongWork } from '../progress'
import { ChangePreview, type PreviewRow } from './change-preview'
import { cellText, type Column } from './column'
import type { PastePlan, PlannedCell } from './paste-plan'
import type { DataTableModel } from './table-model'
import { plannedText, type useBulkEdit } from './use-bulk-edit'
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
  return <ChangePreview label={label} rows={rows} />
}
