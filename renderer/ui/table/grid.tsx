import type { CSSProperties, ReactNode, RefObject, UIEvent } from 'react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useLignesCompactes } from '../densite'
import type { DiffSign } from '../tone'
import type { NotesOf } from './cell-notes'
import { useColumnPlaces } from './cell-notes'
import { gridTemplate, pinOffsets } from './column'
import { SkeletonRows } from './skeleton-rows'
import { TableBody } from './table-body'
import { TableFoot, TableTotals } from './table-foot'
import { TableHeader } from './table-header'
import type { DataTableModel } from './table-model'
import type { GridModel } from './use-grid'
import { useGrid } from './use-grid'
import classes from './table.module.css'

export interface GridProps<Row> {
  table: DataTableModel<Row>
  /** Shown instead of the rows when there is none. */
  empty: ReactNode
  bulk?: ReactNode
  compact?: boolean
  rowTone?: (row: Row) => DiffSign | undefined
  /** What is said under the cells of a row. */
  notesOf?: NotesOf<Row>
  /** `content`: as high as its rows, inside a section; by default it fills its parent. */
  height?: 'fill' | 'content'
  /** Menus and dialogs that the grid opens. */
  layers?: (grid: GridModel<Row>) => ReactNode
}

/** Written on the scroller itself: a state would draw every row again at the first pixel. */
const markSlid = ({ currentTarget: scroller }: UIEvent<HTMLElement>): void => {
  scroller.toggleAttribute('data-slid', scroller.scrollLeft > 0)
}

/** What another search or filter keeps is read from its first row, unless the cursor is there and leads. */
function useTopOfKept<Row>(
  { search, view, chips }: DataTableModel<Row>,
  scroller: RefObject<HTMLElement | null>,
): void {
  const pressed = chips.filter(({ active }) => active).map(({ cle }) => cle)
  const asked = JSON.stringify([search.trim(), view.filter, pressed])
  const shown = useRef(asked)
  useLayoutEffect(() => {
    if (shown.current === asked) return
    shown.current = asked
    const leads = document.activeElement?.closest('[role=gridcell]')
    if (!leads || !scroller.current?.contains(leads)) scroller.current?.scrollTo({ top: 0, behavior: 'instant' })
  }, [asked, scroller])
}

/** An ARIA grid over virtual rows. */
export function Grid<Row>(props: GridProps<Row>) {
  const { table, empty, bulk, rowTone, notesOf, height = 'fill', layers } = props
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useGrid(table, scroller)
  useTopOfKept(table, scroller)
  const { columns, selectable = false, layout } = table
  const preferred = useLignesCompactes()
  const compact = props.compact ?? (table.view.compact || preferred)
  const template = useMemo(() => gridTemplate(columns, selectable), [columns, selectable])
  const pins = useMemo(() => pinOffsets(columns, selectable), [columns, selectable])
  useColumnPlaces(scroller, template, notesOf !== undefined)
  const nothing = !table.loading && layout.count === 0
  const totals = !nothing && columns.some((column) => column.total !== undefined)
  return (
    <div
      className={`${classes.frame} ${height === 'fill' ? classes.fill : classes.content}`}
      data-fills={height === 'fill' || undefined}
    >
      <div
        role="grid"
        aria-label={table.label}
        aria-rowcount={table.loading ? -1 : layout.count + 1 + (totals ? 1 : 0)}
        aria-colcount={columns.length + (selectable ? 1 : 0)}
        aria-multiselectable={selectable || undefined}
        aria-readonly={table.onWrite === undefined || undefined}
        aria-busy={table.loading}
        className={classes.scroller}
        data-compact={compact || undefined}
        data-totals={totals || undefined}
        data-nothing={nothing || undefined}
        data-returned={grid.returned || undefined}
        style={{ '--grid-columns': template.columns, '--grid-width': `${template.width}px`, ...pins } as CSSProperties}
        ref={scroller}
        onScroll={markSlid}
        {...grid.events}
      >
        <TableHeader
          table={table}
          grid={grid}
          activeCol={grid.active.row < 0 || nothing ? grid.active.col : undefined}
        />
        {table.loading && <SkeletonRows columns={columns} selectable={selectable} />}
        <TableBody {...{ table, grid, compact, height, rowTone, notesOf }} />
        {totals && <TableTotals table={table} />}
      </div>
      {nothing && <div className={classes.empty}>{empty}</div>}
      <TableFoot table={table} bulk={bulk} message={grid.message} />
      {layers?.(grid)}
    </div>
  )
}
