import type { KeyboardEvent, RefObject } from 'react'
import { useCallback, useId, useRef, useState } from 'react'
import type { Column } from './column'
import { gridActions } from './grid-actions'
import type { Cell } from './navigation'
import { gridAction } from './navigation'
import type { DataTableModel } from './table-model'
import { useActiveCell, useShownRow } from './use-active-cell'
import { useBulkEdit } from './use-bulk-edit'
import type { After } from './use-cell-editing'
import { useCellEditing } from './use-cell-editing'
import { isControl, useCellFocus } from './use-cell-focus'
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

/** What the grid does with keys, clicks and the clipboard. */
export function useGrid<Row>(table: DataTableModel<Row>, scroller: RefObject<HTMLElement | null>) {
  const id = useId()
  const cellId = useCallback((row: number, col: number) => `${id}-${row}-${col}`, [id])
  const offset = table.selectable === true ? 1 : 0
  const cols = table.columns.length + offset
  const [message, say] = useState('')
  const [menu, setMenu] = useState<OpenMenu>()
  const cursor = useActiveCell(table)
  const { active, block, moveTo } = cursor
  const wantFocus = useCellFocus(scroller, cursor, cellId)
  // Column where a run of Tabs began: Enter comes back under it, as in a spreadsheet.
  const run = useRef<number | undefined>(undefined)

  const columnAt = (col: number): Column<Row> | undefined => table.columns[col - offset]
  const goTo = (to: Cell, extend = false): void => {
    wantFocus()
    moveTo(to, extend)
  }
  useShownRow(table, {
    active,
    // What was said of the last writing is no longer true once it is undone.
    goTo: (to) => {
      say('')
      goTo(to)
    },
  })
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
  const clipboard = useGridClipboard({ table, scroller, block, columnAt, say, paste: bulk.paste })

  const { open, perform } = gridActions({
    table,
    cursor,
    edition,
    bulk,
    writing,
    columnAt,
    offset,
    cols,
    goTo,
    wantFocus,
    setMenu,
    run,
  })
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
      // Past the last column, or before the first one, Tab leaves the grid as it does anywhere.
      const edge = key.shift ? active.col <= offset : active.col >= cols - 1
      if (edge) {
        run.current = undefined
        return
      }
      event.preventDefault()
      return leave(active, key.shift ? 'left' : 'right')
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 340) / 34) - 2)
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
    events: { ...mouse, onKeyDown },
  }
}

export type GridModel<Row> = ReturnType<typeof useGrid<Row>>
