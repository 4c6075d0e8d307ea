import { Button } from '@mantine/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { CSSProperties, ReactNode } from 'react'
import { useMemo, useRef } from 'react'
import { EmptyState } from '../empty-state'
import type { DiffSign } from '../tone'
import { gridTemplate } from './column'
import { SkeletonRows } from './skeleton-rows'
import { TableFoot, TableTotals } from './table-foot'
import { TableHeader } from './table-header'
import { TableRow } from './table-row'
import { useGridCursor } from './use-grid-cursor'
import type { DataTableModel } from './use-data-table'
import classes from './table.module.css'

interface DataTableProps<Row> {
  table: DataTableModel<Row>
  /** Shown when there is no row at all: the next thing to do. */
  empty: ReactNode
  /** Actions on the selected rows. */
  bulk?: (rows: readonly Row[], clear: () => void) => ReactNode
  compact?: boolean
  rowTone?: (row: Row) => DiffSign | undefined
  /** A second line under a row: the sentence of an error and its correction. */
  rowNote?: (row: Row) => ReactNode
  /** `content`: as high as its rows, inside a section; by default it fills its parent. */
  height?: 'fill' | 'content'
}

/** The table of every list: an ARIA grid over virtual rows. */
export function DataTable<Row>({
  table,
  empty,
  bulk,
  compact = false,
  rowTone,
  rowNote,
  height = 'fill',
}: DataTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null)
  const cursor = useGridCursor(table, scroller)
  const { active, cellId } = cursor
  const { visibleRows, visibleKeys, columns, selectable = false } = table
  const rowHeight = compact ? 29 : 35
  const virtualizer = useVirtualizer({
    count: visibleRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => visibleKeys[index] ?? index,
    overscan: 12,
    scrollMargin: 35,
    // The row under the cursor stays in the document, so that focus is never lost by scrolling.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      const kept = active.row >= 0 && active.row < range.count && !indexes.includes(active.row)
      return kept ? [...indexes, active.row].sort((a, b) => a - b) : indexes
    },
  })
  const template = useMemo(() => gridTemplate(columns, selectable), [columns, selectable])
  const totals = visibleRows.length > 0 && columns.some((column) => column.total !== undefined)
  const style = { '--grid-columns': template.columns, '--grid-width': `${template.width}px` } as CSSProperties
  const nothing = !table.loading && visibleRows.length === 0

  return (
    <div className={`${classes.frame} ${height === 'fill' ? classes.fill : classes.content}`}>
      <div
        role="grid"
        aria-label={table.label}
        aria-rowcount={table.loading ? -1 : visibleRows.length + 1 + (totals ? 1 : 0)}
        aria-colcount={columns.length + (selectable ? 1 : 0)}
        aria-multiselectable={selectable || undefined}
        aria-busy={table.loading}
        className={classes.scroller}
        data-compact={compact || undefined}
        data-totals={totals || undefined}
        data-nothing={nothing || undefined}
        style={style}
        ref={scroller}
        onKeyDown={cursor.onKeyDown}
        onClick={cursor.onClick}
        onDoubleClick={cursor.onDoubleClick}
      >
        <TableHeader table={table} activeCol={active.row < 0 || nothing ? active.col : undefined} cellId={cellId} />
        {table.loading && <SkeletonRows columns={columns} selectable={selectable} />}
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const row = visibleRows[index]
            if (row === undefined) return null
            return (
              <TableRow
                key={key}
                row={row}
                index={index}
                top={start - 35}
                columns={columns}
                selectable={selectable}
                selected={table.selection.keys.has(visibleKeys[index] ?? '')}
                marked={cursor.marked}
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
        {totals && <TableTotals table={table} />}
      </div>
      {nothing && (
        <div className={classes.empty}>{table.rows.length === 0 ? empty : <NothingFound table={table} />}</div>
      )}
      <TableFoot table={table} bulk={bulk?.(table.selectedRows, table.clearSelection)} />
    </div>
  )
}

function NothingFound<Row>({ table }: { table: DataTableModel<Row> }) {
  const action = (
    <Button variant="default" onClick={table.clearFilters}>
      Effacer la recherche et les filtres
    </Button>
  )
  return <EmptyState title="Aucune ligne ne correspond" action={action} />
}
