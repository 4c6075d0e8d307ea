import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import type { DiffSign } from '../tone'
import type { Cell } from './navigation'
import { TableRow } from './table-row'
import type { DataTableModel } from './use-data-table'
import classes from './table.module.css'

interface BodyProps<Row> {
  table: DataTableModel<Row>
  scroller: HTMLElement | null
  compact: boolean
  active: Cell
  marked: boolean
  cellId: (row: number, col: number) => string
  rowTone: ((row: Row) => DiffSign | undefined) | undefined
  rowNote: ((row: Row) => ReactNode) | undefined
}

/** Header and its line, under which the rows begin. */
const headerHeight = 35

/** The rows in sight, and the one under the cursor: it stays in the document so that scrolling never loses the focus. */
export function TableBody<Row>(props: BodyProps<Row>) {
  const { table, scroller, compact, active, marked, cellId, rowTone, rowNote } = props
  const { visibleRows, visibleKeys, columns, selectable = false } = table
  const virtualizer = useVirtualizer({
    count: visibleRows.length,
    getScrollElement: () => scroller,
    estimateSize: () => (compact ? 29 : 35),
    getItemKey: (index) => visibleKeys[index] ?? index,
    overscan: 12,
    scrollMargin: headerHeight,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      const kept = active.row >= 0 && active.row < range.count && !indexes.includes(active.row)
      return kept ? [...indexes, active.row].sort((a, b) => a - b) : indexes
    },
  })
  return (
    <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start, key }) => {
        const row = visibleRows[index]
        if (row === undefined) return null
        return (
          <TableRow
            key={key}
            row={row}
            rowKey={visibleKeys[index] ?? ''}
            index={index}
            top={start - headerHeight}
            columns={columns}
            selectable={selectable}
            selected={table.selection.keys.has(visibleKeys[index] ?? '')}
            marked={marked}
            activeCol={active.row === index ? active.col : undefined}
            tone={rowTone?.(row)}
            note={rowNote?.(row)}
            canOpen={table.onOpen !== undefined}
            cellId={cellId}
            measure={rowNote ? virtualizer.measureElement : null}
          />
        )
      })}
    </div>
  )
}
