import type { KeyboardEvent } from 'react'
import { useCallback, useId, useRef, useState } from 'react'
import type { Column } from './column'
import { columnWidth } from './column'
import { moveColumn, resizeColumn } from './columns-state'
import { readLines, rowOnLine } from './lines'
import type { Cell, GridAction } from './navigation'
import { gridAction } from './navigation'
import { emptySelection, toggleRows } from './selection'
import type { DataTableModel } from './table-model'
import { useActiveCell } from './use-active-cell'
import { useBulkEdit } from './use-bulk-edit'
import type { After } from './use-cell-editing'
import { useCellEditing } from './use-cell-editing'
import { isControl, useCellFocus, useClipboardEverywhere } from './use-cell-focus'
import { useCellWriting } from './use-cell-writing'
import { useGridClipboard } from './use-grid-clipboard'
import { useGridMouse } from './use-grid-mouse'

/** A menu of the grid: of a column (row −1), or of a cell. */
export type OpenMenu = { readonly kind: 'column' | 'cell'; readonly cell: Cell }

const steps: Record<After, Cell> = {
  down: { row: 1, col: 0 },
  up: { row: -1, col: 0 },
  right: { row: 0, col: 1 },
  left: { row: 0, col: -1 },
  stay: { row: 0, col: 0 },
  none: { row: 0, col: 0 },
}

/** Pixels that a key adds to a column, or takes from it. */
const keyWidth = 16

/** What the grid does with keys, clicks and the clipboard. */
export function useGrid<Row>(table: DataTableModel<Row>, scroller: HTMLElement | null) {
  const id = useId()
  const cellId = useCallback((row: number, col: number) => `${id}-${row}-${col}`, [id])
  const offset = table.selectable === true ? 1 : 0
  const cols = table.columns.length + offset
  const [message, say] = useState('')
  const [menu, setMenu] = useState<OpenMenu>()
  const cursor = useActiveCell(table)
  const { active, block, moveTo, selectBlock } = cursor
  const wantFocus = useCellFocus(scroller, active, cellId)
  useClipboardEverywhere(scroller)
  // Column where a run of Tabs began: Enter comes back under it, as in a spreadsheet.
  const run = useRef<number | undefined>(undefined)

  const columnAt = (col: number): Column<Row> | undefined => table.columns[col - offset]
  const goTo = (to: Cell, extend = false): void => {
    wantFocus()
    moveTo(to, extend)
  }
  const leave = (from: Cell, after: After): void => {
    const step = steps[after]
    if (after === 'right' || after === 'left') run.current ??= from.col
    const col = after === 'down' || after === 'up' ? (run.current ?? from.col) : from.col + step.col
    if (after === 'down' || after === 'up') run.current = undefined
    const row = Math.max(0, Math.min(table.layout.count - 1, from.row + step.row))
    goTo({ row, col: Math.max(offset, Math.min(cols - 1, col)) })
  }
  const writing = useCellWriting(table)
  const edition = useCellEditing({ table, writing, columnAt, say, leave })
  const bulk = useBulkEdit({ table, writing, columnAt, say })
  const clipboard = useGridClipboard({ table, block, columnAt, say, paste: bulk.paste })

  const open = (line: number): void => {
    const found = table.layout.at(line)
    if (found?.kind === 'group') table.toggleGroup(found.group.value)
    const keyed = rowOnLine(table, line)
    if (keyed) table.onOpen?.(keyed.row)
  }
  const enter = (cell: Cell): void => {
    const column = columnAt(cell.col)
    const opens = table.onOpen !== undefined && (column === undefined || column.principale === true)
    if (opens || table.layout.at(cell.row)?.kind === 'group' || column?.edition === undefined) open(cell.row)
    else if (!edition.begin(cell)) open(cell.row)
  }
  const toggle = (): void => {
    const found = table.layout.at(active.row)
    if (found?.kind === 'group') return table.toggleGroup(found.group.value)
    if (!table.selectable) return
    void readLines(table, block.top, block.bottom - block.top + 1).then((rows) => {
      const keys = rows.map(({ key }) => key)
      if (keys.length > 0) table.setSelection((current) => toggleRows(current, keys))
    })
  }
  const sort = (col: number, additive: boolean): void => {
    const column = columnAt(col)
    if (column && column.triable !== false) table.toggleSort(column.cle, additive)
    if (!column) table.toggleAllRows()
  }
  const selectAll = (): void => {
    if (table.layout.count > 0) selectBlock({ row: 0, col: offset }, { row: table.layout.count - 1, col: cols - 1 })
    if (table.selectable && table.selectedCount < table.kept) table.toggleAllRows()
    // The cursor is now at the end of the list: the focus follows it.
    wantFocus()
  }
  const clear = (): void => {
    const keyed = rowOnLine(table, active.row)
    const column = columnAt(active.col)
    if (keyed && column) writing.forget(keyed.key, column.cle)
    table.setSelection(() => emptySelection)
    moveTo(active)
  }
  const onColumn = (col: number, change: (column: Column<Row>) => void): void => {
    const column = columnAt(col)
    if (column) change(column)
  }

  /** False when the key is left to the page. */
  const perform = (action: GridAction, shift: boolean): boolean => {
    if (action.kind !== 'move') run.current = action.kind === 'enter' || action.kind === 'type' ? run.current : undefined
    switch (action.kind) {
      case 'move':
        run.current = undefined
        goTo(action.to, action.extend)
        return true
      case 'enter':
        enter(active)
        return true
      case 'open':
        open(active.row)
        return true
      case 'edit':
        return edition.begin(active)
      case 'type':
        return columnAt(active.col)?.edition !== undefined && edition.begin(active, action.text)
      case 'toggle':
        toggle()
        return true
      case 'sort':
        sort(active.col, shift)
        return true
      case 'selectAll':
        selectAll()
        return true
      case 'clear':
        clear()
        return true
      case 'erase':
        if (table.onWrite === undefined) return false
        void bulk.erase(block)
        return true
      case 'fillDown':
        void bulk.fillDown(block)
        return true
      case 'columnMenu':
        onColumn(active.col, () => setMenu({ kind: 'column', cell: { row: -1, col: active.col } }))
        return true
      case 'cellMenu':
        setMenu({ kind: 'cell', cell: active })
        return true
      case 'moveColumn':
        onColumn(active.col, ({ cle }) => {
          table.setColumns((state) => moveColumn(table.allColumns, state, cle, action.by))
          goTo({ row: -1, col: Math.max(offset, Math.min(cols - 1, active.col + action.by)) })
        })
        return true
      case 'widenColumn':
        onColumn(active.col, (column) =>
          table.setColumns((state) => resizeColumn(state, column.cle, columnWidth(column) + action.by * keyWidth)),
        )
        return true
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isControl(event.target)) return
    const altGraph = event.getModifierState('AltGraph')
    const key = {
      key: event.key,
      ctrl: (event.ctrlKey || event.metaKey) && !altGraph,
      shift: event.shiftKey,
      alt: event.altKey && !altGraph,
    }
    if (key.key === 'Tab' && run.current !== undefined && !key.ctrl && !key.alt) {
      event.preventDefault()
      return leave(active, key.shift ? 'left' : 'right')
    }
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 340) / 34) - 2)
    const action = gridAction(key, active, { rows: table.layout.count, cols, page })
    if (!action) return
    say('')
    if (perform(action, event.shiftKey)) event.preventDefault()
  }
  const mouse = useGridMouse({ table, cursor, goTo, open, begin: edition.begin, openMenu: setMenu, columnAt })
  return {
    ...cursor,
    cellId,
    columnAt,
    message,
    say,
    menu,
    closeMenu: () => {
      setMenu(undefined)
      wantFocus()
    },
    openMenu: setMenu,
    writing,
    edition,
    bulk,
    copy: clipboard.copy,
    open,
    events: { ...mouse, onKeyDown, onCopy: clipboard.onCopy, onPaste: clipboard.onPaste },
  }
}

export type GridModel<Row> = ReturnType<typeof useGrid<Row>>
