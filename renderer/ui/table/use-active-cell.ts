import { useEffect, useRef, useState } from 'react'
import { shownFields, useShownKeys } from '../shown'
import type { Block } from './block'
import { blockOf } from './block'
import { leftRow } from './left-row'
import { lineKey, lineOfKey, rowOnLine } from './lines'
import type { Cell } from './navigation'
import type { DataTableModel } from './table-model'

export interface ActiveCell {
  readonly active: Cell
  /** The cells between the active one and where the selection began. */
  readonly block: Block
  /** The cursor was put there by the user (or the screen), and is shown. */
  readonly marked: boolean
  /** Someone came back from the record of the row that the cursor is on. */
  readonly returned: boolean
  moveTo: (to: Cell, extend?: boolean) => void
  selectBlock: (from: Cell, to: Cell) => void
}

/** Where the cursor is, kept on its row when the order or the filter changes. */
export function useActiveCell<Row>(table: DataTableModel<Row>): ActiveCell {
  const { layout, onActive } = table
  const [active, setActive] = useState<Cell>({ row: 0, col: 0 })
  const [anchor, setAnchor] = useState(active)
  const [activeKey, setActiveKey] = useState<string>()
  // The row whose record one comes back from, as long as it is not there and the cursor was put nowhere else.
  const [back, setBack] = useState(() => leftRow(table.label))
  const [returned, setReturned] = useState(false)
  // The cursor went to a row that is still being read: it is named, and told, once it is there.
  const [awaited, setAwaited] = useState(false)
  // Where its row was when last drawn: the row may leave its line with the order, the filter or what is written.
  const line = activeKey === undefined ? -1 : lineOfKey(table, activeKey)
  const [seen, setSeen] = useState({ layout, line })
  if (seen.layout !== layout || seen.line !== line) {
    setSeen({ layout, line })
    if (seen.layout !== layout) setAwaited(false)
    const follows = line >= 0 && (seen.layout !== layout || seen.line === active.row)
    const row = follows ? line : Math.min(active.row, Math.max(0, layout.count - 1))
    if (active.row >= 0 && row !== active.row) {
      setActive({ ...active, row })
      setAnchor({ ...active, row })
    }
  }
  const leftLine = back === undefined ? -1 : lineOfKey(table, back.key)
  if (back && leftLine >= 0) {
    const cell = { row: leftLine, col: back.col }
    setActive(cell)
    setAnchor(cell)
    setActiveKey(back.key)
    setBack(undefined)
    setReturned(true)
  }
  const told = useRef(false)
  useEffect(() => {
    if (!returned || told.current) return
    told.current = true
    onActive?.(rowOnLine(table, active.row)?.row)
  })
  const name = (line: number): void => {
    const key = lineKey(table, line)
    setBack(undefined)
    setActiveKey(key)
    setAwaited(key === undefined)
    if (key !== activeKey) onActive?.(rowOnLine(table, line)?.row)
  }
  useEffect(() => {
    if (awaited && lineKey(table, active.row) !== undefined) name(active.row)
  })
  const moveTo = (to: Cell, extend = false): void => {
    setActive(to)
    if (!extend) setAnchor(to)
    if (to.row >= 0) name(to.row)
  }
  const selectBlock = (from: Cell, to: Cell): void => {
    setAnchor(from)
    setActive(to)
  }
  const marked = activeKey !== undefined && lineKey(table, active.row) === activeKey
  return { active, block: blockOf(active.row < 0 ? active : anchor, active), marked, returned, moveTo, selectBlock }
}

/**
 * Puts the cursor on the row that the window is asked to show, once: in the column of what changed, else in the one where it
 * is, so that the hand goes on typing where it was.
 */
export function useShownRow<Row>(
  table: DataTableModel<Row>,
  { active, goTo }: { active: Cell; goTo: (to: Cell) => void },
): void {
  const keys = useShownKeys()
  const seen = useRef(keys)
  useEffect(() => {
    if (keys === seen.current) return
    const row = keys.map((key) => lineOfKey(table, key)).find((line) => line >= 0)
    if (row === undefined) return
    seen.current = keys
    const fields = shownFields()
    const changed = table.columns.findIndex(({ cle }) => fields.includes(cle))
    goTo({ row, col: changed < 0 ? active.col : changed + (table.selectable === true ? 1 : 0) })
  })
}
