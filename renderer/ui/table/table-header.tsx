import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Column } from './column'
import { isNumeric } from './column'
import type { DataTableModel } from './use-data-table'
import { toggleAll } from './selection'
import classes from './table.module.css'

interface HeaderProps<Row> {
  table: DataTableModel<Row>
  /** Column that holds the tab stop, when the cursor is in the header. */
  activeCol: number | undefined
  cellId: (row: number, col: number) => string
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

export function TableHeader<Row>({ table, activeCol, cellId }: HeaderProps<Row>) {
  const offset = table.selectable ? 1 : 0
  return (
    <div role="rowgroup" className={classes.header}>
      <div role="row" aria-rowindex={1} className={classes.line}>
        {table.selectable && (
          <div
            role="columnheader"
            id={cellId(-1, 0)}
            aria-colindex={1}
            tabIndex={activeCol === 0 ? 0 : -1}
            data-row={-1}
            data-col={0}
            className={`${classes.head} ${classes.check}`}
          >
            <AllRows table={table} />
          </div>
        )}
        {table.columns.map((column, index) => {
          const sort = table.sorts.find(({ cle }) => cle === column.cle)
          const col = index + offset
          const sortable = column.triable !== false
          return (
            <div
              key={column.cle}
              role="columnheader"
              id={cellId(-1, col)}
              aria-colindex={col + 1}
              aria-sort={sort ? ariaSort[sort.sens] : sortable ? 'none' : undefined}
              tabIndex={activeCol === col ? 0 : -1}
              data-row={-1}
              data-col={col}
              data-sortable={sortable || undefined}
              title={column.titre}
              className={headClass(column)}
              onClick={(event) => sortable && table.toggleSort(column.cle, event.shiftKey)}
            >
              <span className={classes.text}>{column.titre}</span>
              {sort?.sens === 'asc' && <IconArrowUp size={13} aria-hidden />}
              {sort?.sens === 'desc' && <IconArrowDown size={13} aria-hidden />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const headClass = <Row,>(column: Column<Row>): string =>
  isNumeric(column) ? `${classes.head} ${classes.right}` : `${classes.head}`

function AllRows<Row>({ table }: { table: DataTableModel<Row> }) {
  const { keys } = table.selection
  const count = table.visibleKeys.reduce((sum, key) => (keys.has(key) ? sum + 1 : sum), 0)
  const all = count > 0 && count === table.visibleKeys.length
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      aria-label="Tout sélectionner"
      checked={all}
      ref={(input) => {
        if (input) input.indeterminate = count > 0 && !all
      }}
      onChange={() => table.setSelection((selection) => toggleAll(selection, table.visibleKeys))}
    />
  )
}
