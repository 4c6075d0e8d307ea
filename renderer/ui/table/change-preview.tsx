import { DiffValue } from '../state'
import type { DiffSign } from '../tone'
import type { CellNote } from './cell-notes'
import { noNotes } from './cell-notes'
import type { Column } from './column'
import { Grid } from './grid'
import { useDataTable } from './use-data-table'
import classes from './table.module.css'

/** One cell that would change, or that is refused. */
export interface PreviewRow {
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
const notesOf = ({ refus }: PreviewRow): readonly CellNote[] =>
  refus === undefined ? noNotes : [{ key: 'refus', cle: 'valeur', tone: 'erreur', sentence: refus }]

const chips = [
  {
    cle: 'refusees',
    titre: 'Refusées',
    garde: ({ refus }: PreviewRow) => refus !== undefined,
    tone: 'erreur' as const,
  },
]

/** Old and new values of the cells that would change, the refused ones with their sentence. */
export function ChangePreview({ label, rows }: { label: string; rows: readonly PreviewRow[] }) {
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
      <Grid table={preview} empty={null} rowTone={signOf} notesOf={notesOf} compact />
    </div>
  )
}
