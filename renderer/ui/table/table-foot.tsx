import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { compte } from '../../../shared/nombres'
import { aLEcran, formatValeur } from '../format'
import type { DataTableModel } from './table-model'
import { boxClass, cellClass, pinStyle } from './table-row'
import classes from './table.module.css'

/** Totals over the rows kept, always in sight at the bottom of the grid. */
export function TableTotals<Row>({ table }: { table: DataTableModel<Row> }) {
  const offset = table.selectable ? 1 : 0
  return (
    <div role="rowgroup" className={classes.totals}>
      <div role="row" aria-rowindex={table.layout.count + 2} className={classes.line}>
        {table.selectable && <div role="gridcell" aria-colindex={1} className={boxClass(table.columns)} />}
        {table.columns.map((column, index) => (
          <div
            key={column.cle}
            role="gridcell"
            aria-colindex={index + offset + 1}
            className={cellClass(column)}
            style={pinStyle(column, index)}
          >
            {table.totalOf(column) ?? (index === 0 ? 'Total' : '')}
          </div>
        ))}
      </div>
    </div>
  )
}

/** « 203 établissements », « 12 sur 203 établissements ». */
export function countedRows<Row>({ kept, total, noun }: DataTableModel<Row>): string {
  const counted = aLEcran(compte(total, noun.un, noun.plusieurs))
  return kept === total ? counted : `${formatValeur('nombre', kept)} sur ${counted}`
}

interface FootProps<Row> {
  table: DataTableModel<Row>
  bulk?: ReactNode
  /** What the grid has just done or refused. */
  message: string
}

/** « 12 sur 203 établissements, 3 sélectionnés »: said aloud when it changes, with the actions on the selection. */
export function TableFoot<Row>({ table, bulk, message }: FootProps<Row>) {
  const { selectedCount } = table
  const orders = table.sorts.flatMap(({ cle, sens }) => {
    const column = table.allColumns.find((one) => one.cle === cle)
    return column ? [`${column.titre} ${sens === 'asc' ? 'croissant' : 'décroissant'}`] : []
  })
  return (
    <div className={classes.foot} data-selection={selectedCount > 0 || undefined}>
      <div role="status">
        {table.loading ? 'Lecture du registre…' : countedRows(table)}
        {orders.length > 0 && <span className="visually-hidden">, tri par {orders.join(' puis ')}</span>}
        {selectedCount > 0 && ` · ${aLEcran(compte(selectedCount, 'ligne sélectionnée', 'lignes sélectionnées'))}`}
        {message !== '' && <span className={classes.message}> · {message}</span>}
      </div>
      {selectedCount > 0 && (
        <div className={classes.bulk}>
          {bulk}
          <Button data-reads variant="subtle" size="compact-sm" onClick={table.clearSelection}>
            Désélectionner
          </Button>
        </div>
      )}
    </div>
  )
}
