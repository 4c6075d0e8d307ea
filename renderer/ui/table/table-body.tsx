import { defaultKeyExtractor, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { DiffSign } from '../tone'
import { blockInRow, blockSize } from './block'
import { CellEditor } from './cell-editor'
import type { NotesOf } from './cell-notes'
import { keptNotes, noNotes } from './cell-notes'
import { cellText } from './column'
import { GroupRow } from './group-row'
import { lineKey } from './lines'
import { isSelected } from './selection'
import { PendingRow } from './skeleton-rows'
import type { DataTableModel } from './table-model'
import { TableRow } from './table-row'
import type { GridModel } from './use-grid'
import classes from './table.module.css'

interface BodyProps<Row> {
  table: DataTableModel<Row>
  grid: GridModel<Row>
  compact: boolean
  height: 'fill' | 'content'
  rowTone: ((row: Row) => DiffSign | undefined) | undefined
  notesOf: NotesOf<Row> | undefined
}

/** Header and its line, under which the rows begin. */
const headerHeight = 35

/**
 * What the height of a line is kept under. Without notes all lines are as high and their number does: a key of its own for
 * each of 100 000 lines takes 10 ms at every drawing.
 */
function useItemKey<Row>({ table, notesOf }: BodyProps<Row>): (line: number) => string | number {
  const { layout, keyAt } = table
  const keyed = useCallback((line: number) => lineKey({ layout, keyAt }, line) ?? line, [layout, keyAt])
  return notesOf ? keyed : defaultKeyExtractor
}

/**
 * The room that the last grid of each kind had: the next one draws its rows at once in it. Measured first, the page would
 * be laid out twice, a third of the time of its first painting.
 */
const rooms = {
  fill: { width: window.innerWidth, height: window.innerHeight },
  content: { width: window.innerWidth, height: window.innerHeight },
}

/** Follows the room of an element, told first with the frame that shows it. */
function observeRoom(element: Element | null, tell: (room: { width: number; height: number }) => void): () => void {
  const observer = new ResizeObserver((entries) => {
    const box = entries.at(-1)?.borderBoxSize[0]
    if (box) tell({ width: Math.round(box.inlineSize), height: Math.round(box.blockSize) })
  })
  if (element) observer.observe(element, { box: 'border-box' })
  return () => observer.disconnect()
}

/** Lines in sight, and those that hold the cursor and the editor: scrolling never loses the focus nor what is typed. */
function useLines<Row>(props: BodyProps<Row>, body: RefObject<HTMLElement | null>) {
  const { table, grid, compact, height } = props
  const { layout } = table
  const kept = [grid.active.row, grid.edition.editing?.line ?? -1]
  const virtualizer = useVirtualizer({
    count: layout.count,
    // By its child: the rows are drawn, and their scroller looked for, before the grid has its own elements.
    getScrollElement: () => body.current?.parentElement ?? null,
    initialRect: rooms[height],
    observeElementRect: ({ scrollElement }, tell) =>
      observeRoom(scrollElement, (room) => {
        rooms[height] = room
        tell(room)
      }),
    estimateSize: () => (compact ? 29 : 35),
    getItemKey: useItemKey(props),
    overscan: 12,
    scrollMargin: headerHeight,
    rangeExtractor: (range) => {
      const lines = defaultRangeExtractor(range)
      const more = kept.filter((line) => line >= 0 && line < range.count && !lines.includes(line))
      return more.length > 0 ? [...new Set([...lines, ...more])].sort((a, b) => a - b) : lines
    },
  })
  const measured = useRef(compact)
  useEffect(() => {
    if (measured.current === compact) return
    measured.current = compact
    virtualizer.measure()
  }, [virtualizer, compact])
  return virtualizer
}

/** Tells where the rows come from what is in sight, so that the next ones are at hand before they are seen. */
export function useWanted<Row>({ layout, want }: DataTableModel<Row>, first: number, last: number): void {
  const from = layout.at(first)
  const to = layout.at(last)
  const begin = from?.kind === 'row' ? from.data : (from?.group.start ?? 0)
  const end = to?.kind === 'row' ? to.data : (to?.group.start ?? begin)
  useEffect(() => want(begin, end), [want, begin, end])
}

export function TableBody<Row>(props: BodyProps<Row>) {
  const { table, grid, rowTone, notesOf } = props
  const { columns, layout, selectable = false } = table
  const { active, block, edition, cellId } = grid
  const body = useRef<HTMLDivElement>(null)
  const notes = useMemo(() => (notesOf ? keptNotes(notesOf) : () => noNotes), [notesOf])
  const virtualizer = useLines(props, body)
  const items = virtualizer.getVirtualItems()
  useWanted(table, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  const shownBlock = blockSize(block) > 1 ? block : undefined
  const { editing } = edition
  const name = columns.find((column) => column.principale) ?? columns[0]
  /**
   * A line is drawn again with the row that comes there: other texts in the same cells take half the time of other cells.
   * A row that is typed in, or whose height is measured, keeps its own.
   */
  const drawnAs = (line: number): string => {
    const key = lineKey(table, line)
    return key !== undefined && (notesOf || editing?.key === key) ? `fiche ${key}` : `ligne ${line}`
  }
  return (
    <div ref={body} role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
      {items.map(({ index: line, start }) => {
        const found = layout.at(line)
        const top = start - headerHeight
        const activeCol = active.row === line ? active.col : undefined
        const key = drawnAs(line)
        if (!found) return null
        if (found.kind === 'group') {
          return <GroupRow key={key} {...{ table, line, top, activeCol, cellId }} group={found.group} />
        }
        const row = table.rowAt(found.data)
        const rowKey = table.keyAt(found.data)
        if (row === undefined || rowKey === undefined) {
          return <PendingRow key={key} {...{ columns, selectable, line, top, activeCol, cellId }} />
        }
        const inBlock = blockInRow(shownBlock, line)
        const column = editing?.key === rowKey ? grid.columnAt(editing.col) : undefined
        return (
          <TableRow
            key={key}
            row={row}
            rowKey={rowKey}
            line={line}
            top={top}
            columns={columns}
            selectable={selectable}
            selected={isSelected(table.selection, rowKey)}
            marked={grid.marked}
            activeCol={activeCol}
            blockLeft={inBlock?.left ?? -1}
            blockRight={inBlock?.right ?? -1}
            overlay={grid.writing.overlays.get(rowKey)}
            editorCol={column && editing?.col}
            editor={
              column?.edition &&
              editing && (
                <CellEditor
                  key={`${editing.key} ${editing.cle}`}
                  label={`${column.titre}, ${name ? cellText(name, row) : ''}`}
                  input={column.edition.input}
                  editing={editing}
                  onCommit={edition.commit}
                  onCancel={edition.cancel}
                />
              )
            }
            tone={rowTone?.(row)}
            notes={notes(row)}
            canOpen={table.onOpen !== undefined}
            cellId={cellId}
            measure={notesOf ? virtualizer.measureElement : null}
          />
        )
      })}
    </div>
  )
}
