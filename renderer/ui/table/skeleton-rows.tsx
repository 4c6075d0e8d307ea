import type { Column } from './column'
import { isNumeric } from './column'
import classes from './table.module.css'

const lines = Array.from({ length: 12 }, (_, index) => index)

/** Grey lines at the place of the rows to come: same heights, so nothing jumps. */
export function SkeletonRows<Row>({ columns, selectable }: { columns: readonly Column<Row>[]; selectable: boolean }) {
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
              <span
                className={classes.skeleton}
                style={{ width: `${isNumeric(column) ? 40 : 35 + ((line * 7 + index * 13) % 40)}%` }}
              />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
