import type { ReactNode, Ref } from 'react'
import { memo } from 'react'
import { formatValeur } from '../format'
import type { DiffSign } from '../tone'
import type { Column } from './column'
import { columnType, isNumeric } from './column'
import classes from './table.module.css'

interface RowProps<Row> {
  row: Row
  rowKey: string
  index: number
  top: number
  columns: readonly Column<Row>[]
  selectable: boolean
  selected: boolean
  /** The row the cursor is on, and the column that holds the tab stop. */
  activeCol: number | undefined
  marked: boolean
  tone: DiffSign | undefined
  note: ReactNode
  canOpen: boolean
  cellId: (row: number, col: number) => string
  measure: Ref<HTMLDivElement>
}

function RowView<Row>(props: RowProps<Row>) {
  const { row, index, columns, selectable, selected, activeCol, cellId } = props
  const offset = selectable ? 1 : 0
  const cellProps = (col: number) => ({
    role: 'gridcell',
    id: cellId(index, col),
    'aria-colindex': col + 1,
    tabIndex: activeCol === col ? 0 : -1,
    'data-row': index,
    'data-col': col,
  })
  const name = columns.find((column) => column.principale) ?? columns[0]
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      data-index={index}
      data-key={props.rowKey}
      data-active={(props.marked && activeCol !== undefined) || undefined}
      data-tone={props.tone}
      className={`${classes.row} ${classes.line}`}
      style={{ transform: `translateY(${props.top}px)` }}
      ref={props.measure}
    >
      {selectable && (
        <div {...cellProps(0)} className={`${classes.cell} ${classes.check}`}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            readOnly
            aria-label={`Sélectionner ${name ? formatValeur(columnType(name), name.valeur(row)) : ''}`}
          />
        </div>
      )}
      {columns.map((column, position) => (
        <div
          key={column.cle}
          {...cellProps(position + offset)}
          className={isNumeric(column) ? `${classes.cell} ${classes.right}` : classes.cell}
        >
          <CellContent column={column} row={row} canOpen={props.canOpen} />
        </div>
      ))}
      {props.note !== undefined && props.note !== null && (
        <div role="gridcell" aria-colindex={1} aria-colspan={columns.length + offset} className={classes.note}>
          {props.note}
        </div>
      )}
    </div>
  )
}

function CellContent<Row>({ column, row, canOpen }: { column: Column<Row>; row: Row; canOpen: boolean }) {
  const shown = column.rendu?.(row)
  if (column.rendu && typeof shown !== 'string') return shown
  // A plain text is cut with its dots and its title, whoever wrote it.
  const text = typeof shown === 'string' ? shown : formatValeur(columnType(column), column.valeur(row))
  const title = text.length > 12 ? text : undefined
  if (!column.principale) {
    return (
      <span className={classes.text} title={title}>
        {text}
      </span>
    )
  }
  // The whole cell is the keyboard's target (Enter); the name is the mouse's.
  return (
    <span
      className={`${classes.text} ${canOpen ? classes.principal : classes.strong}`}
      data-open={canOpen || undefined}
      title={title}
    >
      {text}
    </span>
  )
}

/** One row of the grid; drawn again only when something of it changed. */
export const TableRow = memo(RowView) as typeof RowView
