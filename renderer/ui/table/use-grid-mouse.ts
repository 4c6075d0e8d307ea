import type { FocusEvent, MouseEvent } from 'react'
import { useRef } from 'react'
import { canEdit } from './cell-input'
import type { Column } from './column'
import { readLines, rowOnLine } from './lines'
import type { Cell } from './navigation'
import { toggleRow, withRows } from './selection'
import type { DataTableModel } from './table-model'
import type { ActiveCell } from './use-active-cell'
import { isControl } from './use-cell-focus'
import type { OpenMenu } from './use-grid'

const cellOf = (target: EventTarget): Cell | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-col]') : null
  return cell ? { row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) } : undefined
}

interface Options<Row> {
  table: DataTableModel<Row>
  cursor: ActiveCell
  goTo: (to: Cell, extend?: boolean) => void
  open: (line: number) => void
  begin: (cell: Cell) => boolean
  openMenu: (menu: OpenMenu) => void
  columnAt: (col: number) => Column<Row> | undefined
}

/** The mouse of the grid: a block by dragging or with Shift, rows by their boxes or with Ctrl. */
export function useGridMouse<Row>({ table, cursor, goTo, open, begin, openMenu, columnAt }: Options<Row>) {
  const drag = useRef(false)

  const selectRow = (line: number, extend: boolean): void => {
    const key = rowOnLine(table, line)?.key
    if (!table.selectable || key === undefined) return
    if (!extend) return table.setSelection((current) => toggleRow(current, key))
    const top = Math.min(cursor.active.row, line)
    void readLines(table, top, Math.abs(cursor.active.row - line) + 1).then((rows) =>
      table.setSelection((current) =>
        withRows(
          current,
          rows.map((row) => row.key),
        ),
      ),
    )
  }
  const isBox = (target: EventTarget, cell: Cell): boolean =>
    table.selectable === true && cell.col === 0 && target instanceof Element

  const onMouseDown = (event: MouseEvent<HTMLElement>): void => {
    const cell = cellOf(event.target)
    drag.current =
      event.button === 0 &&
      cell !== undefined &&
      cell.row >= 0 &&
      !isControl(event.target) &&
      !isBox(event.target, cell)
    // Shift would select the text of the page.
    if (event.shiftKey && drag.current) event.preventDefault()
  }
  const onMouseMove = (event: MouseEvent<HTMLElement>): void => {
    if (!drag.current || event.buttons !== 1) return
    const cell = cellOf(event.target)
    if (!cell || cell.row < 0) return
    const { active } = cursor
    if (cell.row === active.row && cell.col === active.col) return
    window.getSelection()?.removeAllRanges()
    goTo(cell, true)
  }
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const cell = cellOf(event.target)
    if (!cell) return
    const onBox = isBox(event.target, cell)
    const ctrl = event.ctrlKey || event.metaKey
    if (cell.row >= 0 && (onBox || ctrl)) selectRow(cell.row, event.shiftKey && onBox)
    if (isControl(event.target) && !onBox) return cursor.moveTo(cell)
    if (
      cursor.block.top !== cursor.block.bottom &&
      drag.current &&
      !event.shiftKey &&
      !ctrl &&
      sameCell(cell, cursor.active)
    )
      return
    goTo(cell, event.shiftKey && !onBox && cell.row >= 0)
    if (ctrl || event.shiftKey || !(event.target instanceof Element)) return
    if (event.target.closest('[data-open]')) open(cell.row)
    if (event.target.closest('[data-group]')) open(cell.row)
  }
  const onDoubleClick = (event: MouseEvent<HTMLElement>): void => {
    const cell = cellOf(event.target)
    if (!cell || cell.row < 0 || isControl(event.target)) return
    const column = columnAt(cell.col)
    const names = table.onOpen !== undefined && column?.principale === true
    if (!names && table.onWrite && canEdit(column, rowOnLine(table, cell.row)?.row)) begin(cell)
    else open(cell.row)
  }
  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    const cell = cellOf(event.target)
    if (!cell || (isControl(event.target) && cell.row >= 0)) return
    event.preventDefault()
    const { block } = cursor
    const inside =
      cell.row >= block.top && cell.row <= block.bottom && cell.col >= block.left && cell.col <= block.right
    if (!inside) goTo(cell)
    openMenu({ kind: cell.row < 0 ? 'column' : 'cell', cell })
  }
  // A screen reader moves the focus by itself: the cursor follows.
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const cell = event.target.matches('[data-row][data-col]') ? cellOf(event.target) : undefined
    if (cell && !sameCell(cell, cursor.active)) cursor.moveTo(cell)
  }
  return { onFocus, onMouseDown, onMouseMove, onClick, onDoubleClick, onContextMenu }
}

const sameCell = (a: Cell, b: Cell): boolean => a.row === b.row && a.col === b.col
