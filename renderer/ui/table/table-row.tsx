import type { CSSProperties, ReactNode, Ref } from 'react'
import { memo } from 'react'
import { formatValeur } from '../format'
import type { DiffSign } from '../tone'
import type { CellNote } from './cell-notes'
import { CellNotes, describedBy } from './cell-notes'
import type { Column } from './column'
import { cellText, columnType, hasPins, isNumeric } from './column'
import { Refusal } from './refusal'
import type { Overlay, RowOverlay } from './use-cell-writing'
import classes from './table.module.css'

interface RowProps<Row> {
  row: Row
  rowKey: string
  line: number
  top: number
  columns: readonly Column<Row>[]
  selectable: boolean
  selected: boolean
  /** The row the cursor is on, and the column that holds the tab stop. */
  activeCol: number | undefined
  marked: boolean
  /** Ends of the selected block in this row, −1 when it does not reach it. */
  blockLeft: number
  blockRight: number
  overlay: RowOverlay | undefined
  /** The cell being typed. */
  editorCol: number | undefined
  editor: ReactNode
  tone: DiffSign | undefined
  notes: readonly CellNote[]
  canOpen: boolean
  cellId: (row: number, col: number) => string
  measure: Ref<HTMLDivElement>
}

export const pinStyle = <Row,>({ epinglee }: Column<Row>, index: number): CSSProperties | undefined =>
  epinglee === true ? { left: `var(--pin-${index})` } : undefined

/** Class of a cell, or of a header: at the right for numbers, kept at the left when pinned. */
export function cellClass<Row>(column: Column<Row>, kind: 'cell' | 'head' = 'cell'): string {
  const right = isNumeric(column) ? ` ${classes.right}` : ''
  return `${classes[kind]}${right}${column.epinglee === true ? ` ${classes.pinned}` : ''}`
}

/** Class of the cell of the box that selects, at the left of everything. */
export const boxClass = <Row,>(columns: readonly Column<Row>[], kind: 'cell' | 'head' = 'cell'): string =>
  `${classes[kind]} ${classes.check}${hasPins(columns) ? ` ${classes.pinned}` : ''}`

function RowView<Row>(props: RowProps<Row>) {
  const { row, line, columns, selectable, selected, activeCol, cellId, overlay, editorCol, notes } = props
  const offset = selectable ? 1 : 0
  const cellProps = (col: number) => ({
    role: 'gridcell',
    id: cellId(line, col),
    'aria-colindex': col + 1,
    tabIndex: activeCol === col ? 0 : -1,
    'data-row': line,
    'data-col': col,
    'data-block': (col >= props.blockLeft && col <= props.blockRight) || undefined,
  })
  const name = columns.find((column) => column.principale) ?? columns[0]
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={selectable ? selected : undefined}
      data-index={line}
      data-key={props.rowKey}
      data-active={(props.marked && activeCol !== undefined) || undefined}
      data-editing={editorCol !== undefined || undefined}
      data-tone={props.tone}
      className={`${classes.row} ${classes.line}`}
      style={{ transform: `translateY(${props.top}px)` }}
      ref={props.measure}
    >
      {selectable && (
        <div {...cellProps(0)} className={boxClass(columns)}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            readOnly
            aria-label={`Sélectionner ${name ? cellText(name, row) : ''}`}
          />
        </div>
      )}
      {columns.map((column, index) => {
        const col = index + offset
        const kept = overlay?.get(column.cle)
        const typed = editorCol === col
        const shown = typed ? (
          props.editor
        ) : kept ? (
          <KeptText overlay={kept} shown={activeCol === col} />
        ) : (
          cellContent(column, row)
        )
        const text = typeof shown === 'string' ? shown : undefined
        return (
          <div
            key={column.cle}
            {...cellProps(col)}
            className={text === undefined ? cellClass(column) : `${cellClass(column)} ${classes.plain}`}
            style={pinStyle(column, index)}
            // A plain text is cut with its dots and its title, whoever wrote it.
            title={text !== undefined && text.length > 12 ? text : undefined}
            aria-readonly={column.edition === undefined ? undefined : false}
            {...describedBy(notes, column.cle, cellId(line, 0))}
            {...(kept?.message !== undefined && { 'aria-invalid': true })}
            data-editing={typed || undefined}
          >
            {text !== undefined && column.principale === true ? <Name text={text} canOpen={props.canOpen} /> : shown}
          </div>
        )
      })}
      {notes.length > 0 && (
        <div role="gridcell" aria-colindex={1} aria-colspan={columns.length + offset} className={classes.note}>
          <CellNotes notes={notes} columns={columns} base={cellId(line, 0)} place={{ line, offset }} />
        </div>
      )}
    </div>
  )
}

/** What was typed, until the register has it; refused, it stays with its sentence. */
function KeptText({ overlay: { texte, message }, shown }: { overlay: Overlay; shown: boolean }) {
  if (message === undefined) return <span className={classes.text}>{texte}</span>
  return (
    <>
      <span className={`${classes.text} ${classes.refused}`} title={message}>
        {texte === '' ? '(vide)' : texte}
      </span>
      {shown && <Refusal message={message} />}
    </>
  )
}

/** What a cell shows: a plain text, or what its column draws. Called, not mounted: hundreds of components fewer. */
function cellContent<Row>(column: Column<Row>, row: Row): ReactNode {
  return column.rendu ? column.rendu(row) : formatValeur(columnType(column), column.valeur(row))
}

/** The whole cell is the keyboard's target (Enter); the name is the mouse's. */
function Name({ text, canOpen }: { text: string; canOpen: boolean }) {
  return (
    <span className={canOpen ? classes.principal : classes.strong} data-open={canOpen || undefined}>
      {text}
    </span>
  )
}

/** One row of the grid; drawn again only when something of it changed. */
export const TableRow = memo(RowView) as typeof RowView
