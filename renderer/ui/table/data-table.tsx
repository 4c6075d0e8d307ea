import { Button } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { EmptyState } from '../empty-state'
import type { DiffSign } from '../tone'
import { CellMenu, useCellMenu } from './cell-menu'
import { gridTemplate } from './column'
import { SkeletonRows } from './skeleton-rows'
import { TableBody } from './table-body'
import { TableFoot, TableTotals } from './table-foot'
import { TableHeader } from './table-header'
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
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { table, empty, bulk, compact = false, rowTone, rowNote, height = 'fill' } = props
  // State rather than a ref: the rows are drawn by a child, which must know when its scroller is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { visibleRows, columns, selectable = false } = table
  const menu = useCellMenu(table.label, columns.find(({ principale }) => principale) ?? columns[0])
  const { active, marked, cellId, ...events } = useGridCursor(table, scroller, ({ row, col }, at) => {
    const [column, shown] = [columns[col - (selectable ? 1 : 0)], visibleRows[row]]
    return column !== undefined && shown !== undefined && menu.open(column, shown, at)
  })
  const template = useMemo(() => gridTemplate(columns, selectable), [columns, selectable])
  const totals = visibleRows.length > 0 && columns.some((column) => column.total !== undefined)
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
        style={{ '--grid-columns': template.columns, '--grid-width': `${template.width}px` } as CSSProperties}
        ref={setScroller}
        {...events}
      >
        <TableHeader table={table} activeCol={active.row < 0 || nothing ? active.col : undefined} cellId={cellId} />
        {table.loading && <SkeletonRows columns={columns} selectable={selectable} />}
        <TableBody
          table={table}
          scroller={scroller}
          compact={compact}
          active={active}
          marked={marked}
          cellId={cellId}
          rowTone={rowTone}
          rowNote={rowNote}
        />
        {totals && <TableTotals table={table} />}
      </div>
      <CellMenu menu={menu} />
      {nothing && (
        <div className={classes.empty}>{table.rows.length === 0 ? empty : <NothingFound table={table} />}</div>
      )}
      <TableFoot table={table} bulk={bulk?.(table.selectedRows, table.clearSelection)} />
    </div>
  )
}

function NothingFound<Row>({ table }: { table: DataTableModel<Row> }) {
  const action = (
    <Button data-reads variant="default" onClick={table.clearFilters}>
      Effacer la recherche et les filtres
    </Button>
  )
  return <EmptyState title="Aucune ligne ne correspond" action={action} />
}
