import type { RefObject } from 'react'
import type { Column } from './column'
import { columnWidth } from './column'
import { moveColumn, resizeColumn } from './columns-state'
import { leaveRow } from './left-row'
import { lineOfKey, readLines, rowOnLine } from './lines'
import type { Cell, GridAction } from './navigation'
import { emptySelection, toggleRows, withRows } from './selection'
import type { DataTableModel } from './table-model'
import type { ActiveCell } from './use-active-cell'
import type { useBulkEdit } from './use-bulk-edit'
import type { useCellEditing } from './use-cell-editing'
import type { CellWriting } from './use-cell-writing'
import type { OpenMenu } from './use-grid'

/** Pixels that a key adds to a column, or takes from it. */
const keyWidth = 16

interface Pieces<Row> {
  table: DataTableModel<Row>
  cursor: ActiveCell
  edition: ReturnType<typeof useCellEditing<Row>>
  bulk: ReturnType<typeof useBulkEdit<Row>>
  writing: CellWriting<Row>
  columnAt: (col: number) => Column<Row> | undefined
  /** Columns before the first one of the list: the boxes. */
  offset: number
  cols: number
  goTo: (to: Cell, extend?: boolean) => void
  wantFocus: () => void
  setMenu: (menu: OpenMenu) => void
  run: RefObject<number | undefined>
}

/** What each action of the keyboard does to the table. */
export function gridActions<Row>(pieces: Pieces<Row>) {
  const { table, cursor, edition, bulk, writing, columnAt, offset, cols, goTo, wantFocus, setMenu, run } = pieces
  const { active, block, moveTo, selectBlock } = cursor

  const open = (line: number): void => {
    const found = table.layout.at(line)
    if (found?.kind === 'group') table.toggleGroup(found.group.value)
    const keyed = rowOnLine(table, line)
    if (!keyed || !table.onOpen) return
    if (found?.kind === 'row') leaveRow({ list: table.label, key: keyed.key, place: found.data, col: active.col })
    table.onOpen(keyed.row)
  }
  const enter = (cell: Cell): void => {
    const column = columnAt(cell.col)
    const opens = table.onOpen !== undefined && (column === undefined || column.principale === true)
    if (opens || table.layout.at(cell.row)?.kind === 'group' || column?.edition === undefined) open(cell.row)
    else if (!edition.begin(cell)) open(cell.row)
  }
  const toggle = (extend: boolean): void => {
    const found = table.layout.at(active.row)
    if (found?.kind === 'group') return table.toggleGroup(found.group.value)
    if (!table.selectable) return
    const { anchor } = table.selection
    const from = extend && anchor !== undefined ? lineOfKey(table, anchor) : -1
    const [top, bottom] =
      from < 0 ? [block.top, block.bottom] : [Math.min(from, active.row), Math.max(from, active.row)]
    const select = from < 0 ? toggleRows : withRows
    void readLines(table, top, bottom - top + 1).then((rows) => {
      const keys = rows.map(({ key }) => key)
      if (keys.length > 0) table.setSelection((current) => select(current, keys))
    })
  }
  const sort = (col: number, additive: boolean): void => {
    const column = columnAt(col)
    if (column && column.triable !== false) table.toggleSort(column.cle, additive)
    if (!column) table.toggleAllRows()
  }
  const selectAll = (): void => {
    // The cursor goes to the first cell: at the last one, the list would jump to its end.
    if (table.layout.count > 0) selectBlock({ row: table.layout.count - 1, col: cols - 1 }, { row: 0, col: offset })
    if (table.selectable && table.selectedCount < table.kept) table.toggleAllRows()
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
    if (action.kind !== 'move')
      run.current = action.kind === 'enter' || action.kind === 'type' ? run.current : undefined
    switch (action.kind) {
      case 'move':
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
        toggle(shift)
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
  return { open, perform }
}
