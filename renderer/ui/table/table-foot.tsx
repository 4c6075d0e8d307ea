import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { compte } from '../../../shared/nombres'
import { aLEcran, formatValeur } from '../format'
import type { Column } from './column'
import { formatTotal, isNumeric } from './column'
import type { DataTableModel } from './use-data-table'
import classes from './table.module.css'

/** Totals over the visible rows, always in sight at the bottom of the grid. */
export function TableTotals<Row>({ table }: { table: DataTableModel<Row> }) {
  const offset = table.selectable ? 1 : 0
  const totalled = (column: Column<Row>, index: number): ReactNode =>
    formatTotal(column, table.visibleRows) ?? (index === 0 ? 'Total' : '')
  return (
    <div role="rowgroup" className={classes.totals}>
      <div role="row" aria-rowindex={table.visibleRows.length + 2} className={classes.line}>
        {table.selectable && <div role="gridcell" aria-colindex={1} className={classes.cell} />}
        {table.columns.map((column, index) => (
          <div
            key={column.cle}
            role="gridcell"
            aria-colindex={index + offset + 1}
            className={isNumeric(column) ? `${classes.cell} ${classes.right}` : classes.cell}
          >
            {totalled(column, index)}
          </div>
        ))}
      </div>
    </div>
  )
}

/** « 12 sur 203 établissements, 3 sélectionnés »: said aloud when it changes, with the actions on the selection. */
export function TableFoot<Row>({ table, bulk }: { table: DataTableModel<Row>; bulk?: ReactNode }) {
  const { rows, visibleRows, noun, selectedRows } = table
  const filtered = visibleRows.length !== rows.length
  const counted = aLEcran(compte(rows.length, noun.un, noun.plusieurs))
  const sort = table.sorts[0]
  const sorted = table.columns.find((column) => column.cle === sort?.cle)
  return (
    <div className={classes.foot} data-selection={selectedRows.length > 0 || undefined}>
      <div role="status">
        {table.loading
          ? 'Lecture du registre…'
          : filtered
            ? `${formatValeur('nombre', visibleRows.length)} sur ${counted}`
            : counted}
        {sorted && (
          <span className="visually-hidden">
            , tri par {sorted.titre} {sort?.sens === 'asc' ? 'croissant' : 'décroissant'}
          </span>
        )}
        {selectedRows.length > 0 &&
          ` · ${aLEcran(compte(selectedRows.length, 'ligne sélectionnée', 'lignes sélectionnées'))}`}
      </div>
      {selectedRows.length > 0 && (
        <div className={classes.bulk}>
          {bulk}
          <Button variant="subtle" size="compact-sm" onClick={table.clearSelection}>
            Désélectionner
          </Button>
        </div>
      )}
    </div>
  )
}
