import type { Column } from './column'
import { isNumeric } from './column'
import classes from './table.module.css'

const lines = Array.from({ length: 12 }, (_, index) => index)

interface SkeletonProps<Row> {
  columns: readonly Column<Row>[]
  selectable: boolean
}

const barWidth = (numeric: boolean, line: number, index: number): string =>
  `${numeric ? 40 : 35 + ((line * 7 + index * 13) % 40)}%`

/** Grey lines at the place of the rows to come: same heights, so nothing jumps. */
export function SkeletonRows<Row>({ columns, selectable }: SkeletonProps<Row>) {
  return (
    <div role="rowgroup" aria-hidden="true">
      {lines.map((line) => (
        <div key={line} role="row" className={classes.line}>
          {selectable && <div role="gridcell" className={classes.cell} />}
          {columns.map((column, index) => (
            <div
              key={column.cle}
              role="gridcell"
              className={isNumeric(column) ? `${classes.cell} ${classes.right}` : classes.cell}
            >
              <span className={classes.skeleton} style={{ width: barWidth(isNumeric(column), line, index) }} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

interface PendingProps<Row> extends SkeletonProps<Row> {
  line: number
  top: number
  activeCol: number | undefined
  cellId: (row: number, col: number) => string
}

/** A row that is on its way from the register; the cursor may already be on it. */
export function PendingRow<Row>({ columns, selectable, line, top, activeCol, cellId }: PendingProps<Row>) {
  const count = columns.length + (selectable ? 1 : 0)
  const col = activeCol ?? 0
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      data-index={line}
      className={`${classes.row} ${classes.line}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        id={cellId(line, col)}
        aria-colindex={1}
        aria-colspan={count}
        aria-label="Lecture de la ligne"
        tabIndex={activeCol === undefined ? -1 : 0}
        data-row={line}
        data-col={col}
        className={`${classes.cell} ${classes.pending}`}
      >
        <span className={classes.skeleton} style={{ width: barWidth(false, line, 0) }} />
      </div>
    </div>
  )
}
