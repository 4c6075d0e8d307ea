import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { formatValeur } from '../format'
import type { DiffSign } from '../tone'
import type { NotesOf } from './cell-notes'
import { type Column, columnWidth, isNumeric } from './column'
import { SimpleLine, SimpleTotals } from './simple-rows'
import { useWanted } from './table-body'
import { countedRows } from './table-foot'
import type { DataTableModel } from './table-model'
import { useSimpleEditing } from './use-simple-editing'
import classes from './table.module.css'

const pageSize = 50

interface SimpleTableProps<Row> {
  table: DataTableModel<Row>
  empty: ReactNode
  bulk?: ReactNode
  rowTone?: ((row: Row) => DiffSign | undefined) | undefined
  notesOf?: NotesOf<Row> | undefined
}

/**
 * The list as an ordinary table, page by page: the same columns, groups, totals, search and filters, read line by line by
 * a screen reader, and the same cells to type.
 */
export function SimpleTable<Row>({ table, empty, bulk, rowTone, notesOf }: SimpleTableProps<Row>) {
  const { layout, columns } = table
  const [page, setPage] = useState(0)
  const pages = Math.max(1, Math.ceil(layout.count / pageSize))
  const current = Math.min(page, pages - 1)
  const from = current * pageSize
  const to = Math.min(layout.count, from + pageSize)
  useWanted(table, from, to - 1)
  const editing = useSimpleEditing(table)
  const region = useRef<HTMLDivElement>(null)
  const turn = (wanted: number): void => {
    setPage(wanted)
    region.current?.scrollTo({ top: 0 })
  }
  if (!table.loading && layout.count === 0) return <div className={`${classes.frame} ${classes.fill}`}>{empty}</div>
  const totals = columns.some(({ total }) => total !== undefined)
  return (
    <div className={`${classes.frame} ${classes.fill}`}>
      <div ref={region} className={classes.simple} tabIndex={0} role="group" aria-label={table.label}>
        <table aria-busy={table.loading}>
          <caption className="visually-hidden">{table.label}</caption>
          <thead>
            <tr>
              {table.selectable && (
                <th scope="col">
                  <span className="visually-hidden">Sélection</span>
                </th>
              )}
              {columns.map((column) => (
                <SimpleHead key={column.cle} table={table} column={column} />
              ))}
            </tr>
          </thead>
          <tbody ref={editing.body}>
            {Array.from({ length: to - from }, (_, index) => from + index).map((line) => (
              <SimpleLine key={line} {...{ table, line, editing, rowTone, notesOf }} />
            ))}
          </tbody>
          {totals && <SimpleTotals table={table} />}
        </table>
      </div>
      <div className={classes.foot}>
        <div role="status">
          {countedRows(table)}
          {pages > 1 && `, lignes ${formatValeur('nombre', from + 1)} à ${formatValeur('nombre', to)}`}
          {editing.message !== '' && <span className={classes.message}> · {editing.message}</span>}
        </div>
        <div className={classes.bulk}>
          {table.selectedCount > 0 && bulk}
          <PageButton disabled={current === 0} onClick={() => turn(current - 1)}>
            Page précédente
          </PageButton>
          <span>
            Page {current + 1} sur {formatValeur('nombre', pages)}
          </span>
          <PageButton disabled={current === pages - 1} onClick={() => turn(current + 1)}>
            Page suivante
          </PageButton>
        </div>
      </div>
    </div>
  )
}

/** At the first or last page it says so and keeps the focus: a button that is disabled would lose it. */
function PageButton({ disabled, onClick, children }: { disabled: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Button
      data-reads
      variant="default"
      size="compact-sm"
      aria-disabled={disabled}
      data-disabled={disabled}
      onClick={() => !disabled && onClick()}
    >
      {children}
    </Button>
  )
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

function SimpleHead<Row>({ table, column }: { table: DataTableModel<Row>; column: Column<Row> }) {
  const { cle, titre } = column
  const rank = table.sorts.findIndex((one) => one.cle === cle)
  const sort = table.sorts[rank]
  const shared = {
    scope: 'col',
    title: column.aide,
    className: isNumeric(column) ? classes.simpleNumber : undefined,
    // As wide as in the grid: wrapped at each word, a line is not read.
    style: { minWidth: columnWidth(column) },
  } as const
  if (column.triable === false) {
    return <th {...shared}>{titre}</th>
  }
  return (
    <th {...shared} aria-sort={sort ? ariaSort[sort.sens] : 'none'}>
      <button type="button" className={classes.simpleSort} onClick={(event) => table.toggleSort(cle, event.shiftKey)}>
        {titre}
        {sort && <span aria-hidden="true">{sort.sens === 'asc' ? ' ↑' : ' ↓'}</span>}
        {sort && table.sorts.length > 1 && (
          <>
            <span className="visually-hidden">, tri de rang</span> <span className={classes.rank}>{rank + 1}</span>
          </>
        )}
      </button>
    </th>
  )
}
