import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { compte } from '../../../shared/nombres'
import { aLEcran } from '../format'
import type { Column } from './column'
import { isNumeric, writeTotal } from './column'
import type { Group } from './grouping'
import type { DataTableModel } from './table-model'
import classes from './table.module.css'

interface GroupRowProps<Row> {
  table: DataTableModel<Row>
  group: Group
  line: number
  top: number
  activeCol: number | undefined
  cellId: (row: number, col: number) => string
}

/** Columns before the first total: the title of the group takes their place. */
export const groupSpan = <Row,>(columns: readonly Column<Row>[]): number => {
  const first = columns.findIndex(({ total }, index) => index > 0 && total === 'somme')
  return first < 0 ? columns.length : first
}

/** The title of a group: its value, how many rows it holds, their totals; a click or Space folds it. */
export function GroupRow<Row>({ table, group, line, top, activeCol, cellId }: GroupRowProps<Row>) {
  const { columns, noun } = table
  const offset = table.selectable ? 1 : 0
  const span = groupSpan(columns) + offset
  const folded = table.folded.has(group.value)
  const onTitle = activeCol === undefined || activeCol < span
  const cellProps = (col: number, tabbed: boolean) => ({
    role: 'gridcell',
    id: cellId(line, col),
    'aria-colindex': col + 1,
    tabIndex: tabbed ? 0 : -1,
    'data-row': line,
    'data-col': col,
  })
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      data-index={line}
      data-active={activeCol !== undefined || undefined}
      className={`${classes.row} ${classes.line} ${classes.group}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        {...cellProps(onTitle ? (activeCol ?? 0) : 0, activeCol !== undefined && onTitle)}
        aria-colspan={span}
        aria-expanded={!folded}
        data-group
        className={`${classes.cell} ${classes.groupTitle}`}
        style={{ gridColumn: `1 / span ${span}` }}
      >
        {folded ? <IconChevronRight size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
        <span className={classes.text}>{group.value === '' ? '(vide)' : group.value}</span>
        <span className={classes.groupCount}>{aLEcran(compte(group.size, noun.un, noun.plusieurs))}</span>
      </div>
      {columns.slice(span - offset).map((column, index) => {
        const total = column.total === 'somme' ? group.totals[column.cle] : undefined
        const col = span + index
        return (
          <div
            key={column.cle}
            {...cellProps(col, activeCol === col)}
            className={isNumeric(column) ? `${classes.cell} ${classes.right}` : classes.cell}
          >
            {total !== undefined && writeTotal(column, total)}
          </div>
        )
      })}
    </div>
  )
}
