import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { DragEvent, PointerEvent } from 'react'
import { useRef } from 'react'
import { useExplanation } from '../annotated'
import { hint } from '../hint'
import type { Column } from './column'
import { columnWidth } from './column'
import { placeColumn, resetWidth, resizeColumn } from './columns-state'
import type { DataTableModel } from './table-model'
import { boxClass, cellClass, pinStyle } from './table-row'
import type { GridModel } from './use-grid'
import classes from './table.module.css'

interface HeaderProps<Row> {
  table: DataTableModel<Row>
  grid: GridModel<Row>
  /** Column that holds the tab stop, when the cursor is in the header. */
  activeCol: number | undefined
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

export function TableHeader<Row>({ table, grid, activeCol }: HeaderProps<Row>) {
  const offset = table.selectable ? 1 : 0
  return (
    <div role="rowgroup" className={classes.header}>
      <div role="row" aria-rowindex={1} className={classes.line}>
        {table.selectable && (
          <div
            role="columnheader"
            id={grid.cellId(-1, 0)}
            aria-colindex={1}
            tabIndex={activeCol === 0 ? 0 : -1}
            data-row={-1}
            data-col={0}
            className={boxClass(table.columns, 'head')}
          >
            <AllRows table={table} />
          </div>
        )}
        {table.columns.map((column, index) => (
          <HeaderCell
            key={column.cle}
            table={table}
            grid={grid}
            column={column}
            index={index}
            tabbed={activeCol === index + offset}
          />
        ))}
      </div>
    </div>
  )
}

interface HeaderCellProps<Row> {
  table: DataTableModel<Row>
  grid: GridModel<Row>
  column: Column<Row>
  index: number
  tabbed: boolean
}

function HeaderCell<Row>({ table, grid, column, index, tabbed }: HeaderCellProps<Row>) {
  const col = index + (table.selectable ? 1 : 0)
  const rank = table.sorts.findIndex(({ cle }) => cle === column.cle)
  const sort = table.sorts[rank]
  const ranked = sort !== undefined && table.sorts.length > 1
  const sortable = column.triable !== false
  const resizingRef = useRef(false)
  const explained = useExplanation(column.titre)
  const explanation = column.aide ?? explained
  const openMenu = (): void => grid.openMenu({ kind: 'column', cell: { row: -1, col } })
  const onDragStart = (event: DragEvent): void => {
    if (resizingRef.current) return event.preventDefault()
    event.dataTransfer.setData('application/x-colonne', column.cle)
    event.dataTransfer.effectAllowed = 'move'
  }
  const onDrop = (event: DragEvent<HTMLElement>): void => {
    const moved = event.dataTransfer.getData('application/x-colonne')
    if (moved === '') return
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    const after = event.clientX > box.left + box.width / 2
    table.setColumns((state) => placeColumn(table.allColumns, state, moved, column.cle, after))
  }
  return (
    <div
      role="columnheader"
      id={grid.cellId(-1, col)}
      aria-colindex={col + 1}
      // Without the name of its menu's button, which comes and goes.
      aria-label={ranked ? `${column.titre}, tri de rang ${rank + 1}` : column.titre}
      aria-sort={sort ? ariaSort[sort.sens] : sortable ? 'none' : undefined}
      tabIndex={tabbed ? 0 : -1}
      data-row={-1}
      data-col={col}
      data-sortable={sortable || undefined}
      aria-description={explanation}
      title={explanation === undefined ? column.titre : undefined}
      {...hint(explanation)}
      className={cellClass(column, 'head')}
      style={pinStyle(column, index)}
      draggable
      onDragStart={onDragStart}
      onDragOver={(event) => event.dataTransfer.types.includes('application/x-colonne') && event.preventDefault()}
      onDrop={onDrop}
      onClick={(event) => sortable && table.toggleSort(column.cle, event.shiftKey)}
    >
      <span className={classes.text} data-explained={explanation !== undefined || undefined}>
        {column.titre}
      </span>
      {sort?.sens === 'asc' && <IconArrowUp size={13} aria-hidden />}
      {sort?.sens === 'desc' && <IconArrowDown size={13} aria-hidden />}
      {ranked && <span className={classes.rank}>{rank + 1}</span>}
      <button
        type="button"
        tabIndex={-1}
        className={classes.headMenu}
        aria-label={`Menu de la colonne ${column.titre}`}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.stopPropagation()
          openMenu()
        }}
      />
      <Resizer table={table} column={column} resizingRef={resizingRef} />
    </div>
  )
}

interface ResizerProps<Row> {
  table: DataTableModel<Row>
  column: Column<Row>
  resizingRef: { current: boolean }
}

/** The right edge of a header: dragged, it widens its column; a double click gives back its first width. */
function Resizer<Row>({ table, column, resizingRef }: ResizerProps<Row>) {
  const start = useRef<{ x: number; width: number }>(undefined)
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    resizingRef.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? columnWidth(column) }
  }
  const onPointerMove = (event: PointerEvent): void => {
    const from = start.current
    if (from) table.setColumns((state) => resizeColumn(state, column.cle, from.width + event.clientX - from.x))
  }
  const stop = (): void => {
    start.current = undefined
    resizingRef.current = false
  }
  return (
    <span
      aria-hidden="true"
      className={classes.resizer}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation()
        table.setColumns((state) => resetWidth(state, column.cle))
      }}
    />
  )
}

function AllRows<Row>({ table }: { table: DataTableModel<Row> }) {
  const all = table.selectedCount > 0 && table.selectedCount >= table.kept
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      aria-label="Tout sélectionner"
      checked={all}
      ref={(input) => {
        if (input) input.indeterminate = table.selectedCount > 0 && !all
      }}
      onChange={table.toggleAllRows}
    />
  )
}
