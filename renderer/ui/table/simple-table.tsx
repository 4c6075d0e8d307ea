import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { compte } from '../../../shared/nombres'
import { aLEcran, formatValeur } from '../format'
import { notify } from '../notice'
import { cellText, isNumeric } from './column'
import type { Keyed } from './paste-plan'
import { isSelected, toggleRow } from './selection'
import type { DataTableModel } from './table-model'
import classes from './table.module.css'

const pageSize = 50

interface SimpleTableProps<Row> {
  table: DataTableModel<Row>
  empty: ReactNode
  bulk?: ReactNode
  rowNote?: (row: Row) => ReactNode
}

/** Rows of a page, read again when the list changes. */
function usePage<Row>({ read, kept, layout, loading }: DataTableModel<Row>, from: number): readonly Keyed<Row>[] {
  const [rows, setRows] = useState<readonly Keyed<Row>[]>([])
  useEffect(() => {
    let wanted = !loading
    if (wanted) {
      read(from, pageSize)
        .then((found) => wanted && setRows(found))
        .catch((error: unknown) => wanted && notify.error(error))
    }
    return () => {
      wanted = false
    }
    // `read` is new at each render; the layout is new when what it reads has changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [layout, kept, from, loading])
  return rows
}

/** The list as an ordinary table, page by page: the same columns, search and filters, read line by line by a screen reader. */
export function SimpleTable<Row>({ table, empty, bulk, rowNote }: SimpleTableProps<Row>) {
  const [page, setPage] = useState(0)
  const pages = Math.max(1, Math.ceil(table.kept / pageSize))
  const current = Math.min(page, pages - 1)
  const rows = usePage(table, current * pageSize)
  if (!table.loading && table.kept === 0) return <div className={`${classes.frame} ${classes.fill}`}>{empty}</div>
  const first = current * pageSize + 1
  return (
    <div className={`${classes.frame} ${classes.fill}`}>
      <div className={classes.simple} tabIndex={0} role="region" aria-label={table.label}>
        <table aria-busy={table.loading}>
          <caption className="visually-hidden">{table.label}</caption>
          <thead>
            <tr>
              {table.selectable && (
                <th scope="col">
                  <span className="visually-hidden">Sélection</span>
                </th>
              )}
              {table.columns.map((column) => (
                <SimpleHead key={column.cle} table={table} cle={column.cle} titre={column.titre} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, row }) => (
              <SimpleRow key={key} table={table} keyed={{ key, row }} note={rowNote?.(row)} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.foot}>
        <div role="status">
          {aLEcran(compte(table.kept, table.noun.un, table.noun.plusieurs))}
          {pages > 1 &&
            `, lignes ${formatValeur('nombre', first)} à ${formatValeur('nombre', first + rows.length - 1)}`}
        </div>
        <div className={classes.bulk}>
          {table.selectedCount > 0 && bulk}
          <Button
            data-reads
            variant="default"
            size="compact-sm"
            disabled={current === 0}
            onClick={() => setPage(current - 1)}
          >
            Page précédente
          </Button>
          <span>
            Page {current + 1} sur {formatValeur('nombre', pages)}
          </span>
          <Button
            data-reads
            variant="default"
            size="compact-sm"
            disabled={current === pages - 1}
            onClick={() => setPage(current + 1)}
          >
            Page suivante
          </Button>
        </div>
      </div>
    </div>
  )
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

function SimpleHead<Row>({ table, cle, titre }: { table: DataTableModel<Row>; cle: string; titre: string }) {
  const sort = table.sorts.find((one) => one.cle === cle)
  const column = table.allColumns.find((one) => one.cle === cle)
  if (column?.triable === false) return <th scope="col">{titre}</th>
  return (
    <th scope="col" aria-sort={sort ? ariaSort[sort.sens] : 'none'}>
      <button type="button" className={classes.simpleSort} onClick={(event) => table.toggleSort(cle, event.shiftKey)}>
        {titre}
        {sort && <span aria-hidden="true">{sort.sens === 'asc' ? ' ↑' : ' ↓'}</span>}
      </button>
    </th>
  )
}

interface SimpleRowProps<Row> {
  table: DataTableModel<Row>
  keyed: Keyed<Row>
  note: ReactNode
}

function SimpleRow<Row>({ table, keyed: { key, row }, note }: SimpleRowProps<Row>) {
  const name = table.columns.find(({ principale }) => principale) ?? table.columns[0]
  const label = name ? cellText(name, row) : ''
  return (
    <tr>
      {table.selectable && (
        <td>
          <input
            type="checkbox"
            aria-label={`Sélectionner ${label}`}
            checked={isSelected(table.selection, key)}
            onChange={() => table.setSelection((current) => toggleRow(current, key))}
          />
        </td>
      )}
      {table.columns.map((column) => {
        const shown = column.rendu ? column.rendu(row) : cellText(column, row)
        if (column !== name) {
          return (
            <td key={column.cle} className={isNumeric(column) ? classes.simpleNumber : undefined}>
              {shown}
            </td>
          )
        }
        return (
          <th key={column.cle} scope="row">
            {table.onOpen ? (
              <button type="button" className={classes.simpleOpen} onClick={() => table.onOpen?.(row)}>
                {shown}
              </button>
            ) : (
              shown
            )}
            {note}
          </th>
        )
      })}
    </tr>
  )
}
