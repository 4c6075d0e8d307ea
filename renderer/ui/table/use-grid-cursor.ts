import type { KeyboardEvent, MouseEvent } from 'react'
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useShownKeys } from '../shown'
import type { Cell, GridAction } from './navigation'
import { gridAction } from './navigation'
import { emptySelection, extendTo, toggleAll, toggleRow } from './selection'
import type { DataTableModel } from './use-data-table'

interface Cursor {
  active: Cell
  /** The cursor was put there by the user (or the screen), and is shown. */
  marked: boolean
  cellId: (row: number, col: number) => string
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onClick: (event: MouseEvent<HTMLElement>) => void
  onDoubleClick: (event: MouseEvent<HTMLElement>) => void
  onContextMenu: (event: MouseEvent<HTMLElement>) => void
}

type OpenMenu = (cell: Cell, at: { x: number; y: number; cell: HTMLElement }) => boolean

const cellOf = (target: EventTarget): Cell | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-col]') : null
  return cell ? { row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) } : undefined
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, select, textarea, [role="combobox"]') !== null

/** Where the cursor is, kept on its row when the order or the filter changes. */
function useActiveCell<Row>({ visibleKeys, visibleRows, activeKey: firstKey, onActive }: DataTableModel<Row>) {
  const [active, setActive] = useState<Cell>(() => ({
    row: Math.max(0, firstKey === undefined ? 0 : visibleKeys.indexOf(firstKey)),
    col: 0,
  }))
  const [activeKey, setActiveKey] = useState(firstKey)
  const [seenKeys, setSeenKeys] = useState(visibleKeys)
  if (seenKeys !== visibleKeys) {
    setSeenKeys(visibleKeys)
    const moved = activeKey === undefined ? -1 : visibleKeys.indexOf(activeKey)
    const row = moved >= 0 ? moved : Math.min(active.row, Math.max(0, visibleKeys.length - 1))
    if (active.row >= 0 && row !== active.row) setActive({ ...active, row })
  }
  const moveTo = (to: Cell): void => {
    setActive(to)
    if (to.row < 0) return
    setActiveKey(visibleKeys[to.row])
    if (visibleKeys[to.row] !== activeKey) onActive?.(visibleRows[to.row])
  }
  return { active, marked: activeKey !== undefined && visibleKeys[active.row] === activeKey, moveTo }
}

/** What keys and clicks do to the table, apart from moving. */
function commands<Row>(table: DataTableModel<Row>) {
  return {
    select: (row: number, extend: boolean): void => {
      const key = table.visibleKeys[row]
      if (!table.selectable || key === undefined) return
      table.setSelection((current) => (extend ? extendTo(current, key, table.visibleKeys) : toggleRow(current, key)))
    },
    selectAll: (): void => {
      if (table.selectable) table.setSelection((current) => toggleAll(current, table.visibleKeys))
    },
    open: (row: number): void => {
      const opened = table.visibleRows[row]
      if (opened !== undefined) table.onOpen?.(opened)
    },
    sort: (col: number, additive: boolean): void => {
      const column = table.columns[col - (table.selectable ? 1 : 0)]
      if (column && column.triable !== false) table.toggleSort(column.cle, additive)
      if (!column) table.setSelection((current) => toggleAll(current, table.visibleKeys))
    },
  }
}

/** Puts the focus on the active cell after a move, and back on it when Escape leaves a control of a cell. */
function useCellFocus(scroller: HTMLElement | null, active: Cell, cellId: Cursor['cellId']): () => void {
  const wanted = useRef(false)
  useLayoutEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    const cell = document.getElementById(cellId(active.row, active.col))
    cell?.focus({ preventScroll: true })
    if (active.row >= 0) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active, cellId])
  useEffect(() => {
    const onEscape = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || !event.target || !isControl(event.target)) return
      document.getElementById(cellId(active.row, active.col))?.focus()
    }
    scroller?.addEventListener('keydown', onEscape)
    return () => scroller?.removeEventListener('keydown', onEscape)
  }, [scroller, cellId, active])
  return useCallback(() => {
    wanted.current = true
  }, [])
}

/** Puts the cursor on the row that the window is asked to show, once. */
function useShownRow(visibleKeys: readonly string[], goTo: (to: Cell) => void): void {
  const keys = useShownKeys()
  const seen = useRef(keys)
  useEffect(() => {
    if (keys === seen.current) return
    const row = visibleKeys.findIndex((key) => keys.includes(key))
    if (row < 0) return
    seen.current = keys
    goTo({ row, col: 0 })
  })
}

/** Keyboard and mouse of the grid, with a roving tab stop. */
export function useGridCursor<Row>(
  table: DataTableModel<Row>,
  scroller: HTMLElement | null,
  openMenu: OpenMenu,
): Cursor {
  const id = useId()
  const cellId = useCallback((row: number, col: number) => `${id}-${row}-${col}`, [id])
  const { active, marked, moveTo } = useActiveCell(table)
  const wantFocus = useCellFocus(scroller, active, cellId)
  const { select, selectAll, open, sort } = commands(table)
  const goTo = (to: Cell): void => {
    wantFocus()
    moveTo(to)
  }
  useShownRow(table.visibleKeys, goTo)
  const perform = (action: GridAction, shift: boolean): void => {
    if (action.kind === 'open') open(active.row)
    if (action.kind === 'toggle') select(active.row, shift)
    if (action.kind === 'sort') sort(active.col, shift)
    if (action.kind === 'selectAll') selectAll()
    if (action.kind === 'clear') table.setSelection(() => emptySelection)
    if (action.kind !== 'move') return
    if (action.extend) {
      select(active.row, table.selection.anchor !== undefined)
      select(action.to.row, true)
    }
    goTo(action.to)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isControl(event.target) || event.altKey) return
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const cell = document.getElementById(cellId(active.row, active.col))
      const box = cell?.getBoundingClientRect()
      if (cell && box && openMenu(active, { x: box.left + 8, y: box.bottom - 4, cell })) event.preventDefault()
      return
    }
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 340) / 34) - 2)
    const extent = { rows: table.visibleRows.length, cols: table.columns.length + (table.selectable ? 1 : 0), page }
    const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey }
    const action = gridAction(key, active, extent)
    if (!action) return
    event.preventDefault()
    perform(action, event.shiftKey)
  }
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const cell = cellOf(event.target)
    if (!cell) return
    const onCheckbox = event.target instanceof HTMLInputElement || (table.selectable === true && cell.col === 0)
    const modified = event.ctrlKey || event.metaKey || event.shiftKey
    if (cell.row >= 0 && (onCheckbox || modified)) select(cell.row, event.shiftKey)
    if (isControl(event.target) && !onCheckbox) return moveTo(cell)
    goTo(cell)
    if (!modified && event.target instanceof Element && event.target.closest('[data-open]')) open(cell.row)
  }
  const onDoubleClick = (event: MouseEvent<HTMLElement>): void => {
    const cell = cellOf(event.target)
    if (cell && cell.row >= 0 && !isControl(event.target)) open(cell.row)
  }
  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    const at = cellOf(event.target)
    const cell = at && document.getElementById(cellId(at.row, at.col))
    if (!at || !cell) return
    moveTo(at)
    if (openMenu(at, { x: event.clientX, y: event.clientY, cell })) event.preventDefault()
  }
  return { active, marked, cellId, onKeyDown, onClick, onDoubleClick, onContextMenu }
}
