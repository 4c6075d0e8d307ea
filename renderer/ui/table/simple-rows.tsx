import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { compte } from '../../../shared/nombres'
import { aLEcran } from '../format'
import type { DiffSign } from '../tone'
import { CellEditor } from './cell-editor'
import { canEdit } from './cell-input'
import type { CellNote, NotesOf } from './cell-notes'
import { CellNotes, describedBy, noNotes } from './cell-notes'
import type { Column } from './column'
import { cellText, isNumeric, writeTotal } from './column'
import { groupSpan } from './group-row'
import type { Group } from './grouping'
import { isSelected, toggleRow } from './selection'
import type { DataTableModel } from './table-model'
import type { RowOverlay } from './use-cell-writing'
import { cellName, type SimpleEditing } from './use-simple-editing'
import classes from './table.module.css'

interface SimpleLineProps<Row> {
  table: DataTableModel<Row>
  line: number
  editing: SimpleEditing<Row>
  rowTone: ((row: Row) => DiffSign | undefined) | undefined
  notesOf: NotesOf<Row> | undefined
}

/** A row of the list, or the title of a group. */
export function SimpleLine<Row>({ table, line, editing, rowTone, notesOf }: SimpleLineProps<Row>) {
  const base = useId()
  const found = table.layout.at(line)
  if (!found) return null
  if (found.kind === 'group') return <SimpleGroup table={table} group={found.group} />
  const row = table.rowAt(found.data)
  const key = table.keyAt(found.data)
  const { columns, selectable = false } = table
  if (row === undefined || key === undefined) {
    return (
      <tr>
        <td colSpan={columns.length + (selectable ? 1 : 0)}>Lecture de la ligne…</td>
      </tr>
    )
  }
  const name = columns.find(({ principale }) => principale) ?? columns[0]
  const label = name ? cellText(name, row) : ''
  const tone = rowTone?.(row)
  const notes = notesOf?.(row) ?? noNotes
  return (
    <>
      <tr data-tone={tone} data-noted={notes.length > 0 || undefined}>
        {selectable && (
          <td>
            <input
              type="checkbox"
              aria-label={`Sélectionner ${label}`}
              checked={isSelected(table.selection, key)}
              onChange={() => table.setSelection((current) => toggleRow(current, key))}
            />
          </td>
        )}
        {columns.map((column, col) => {
          const overlay = editing.writing.overlays.get(key)
          const cell = (
            <SimpleCell {...{ table, column, row, rowKey: key, line, col, label, editing, overlay, notes, base }} />
          )
          if (column !== name) {
            return (
              <td key={column.cle} className={isNumeric(column) ? classes.simpleNumber : undefined}>
                {cell}
              </td>
            )
          }
          return (
            <th key={column.cle} scope="row">
              {cell}
            </th>
          )
        })}
      </tr>
      {notes.length > 0 && (
        <tr data-tone={tone}>
          <td colSpan={columns.length + (selectable ? 1 : 0)}>
            <CellNotes notes={notes} columns={columns} base={base} />
          </td>
        </tr>
      )}
    </>
  )
}

interface SimpleCellProps<Row> {
  table: DataTableModel<Row>
  column: Column<Row>
  row: Row
  rowKey: string
  line: number
  col: number
  label: string
  editing: SimpleEditing<Row>
  overlay: RowOverlay | undefined
  notes: readonly CellNote[]
  base: string
}

function SimpleCell<Row>(props: SimpleCellProps<Row>) {
  const { table, column, row, rowKey, line, col, label, editing, overlay, notes, base } = props
  const { editing: typed, begin, commit, cancel } = editing.edition
  const messageId = useId()
  const { 'aria-describedby': noted } = describedBy(notes, column.cle, base)
  const kept = overlay?.get(column.cle)
  const shown = kept ? kept.texte : column.rendu ? column.rendu(row) : cellText(column, row)
  if (typed && column.edition && typed.key === rowKey && typed.cle === column.cle) {
    const { input } = column.edition
    return (
      <CellEditor
        label={`${column.titre}, ${label}`}
        {...{ input, editing: typed, onCommit: commit, onCancel: cancel }}
      />
    )
  }
  if (column.principale && table.onOpen) {
    return (
      <button type="button" className={classes.simpleOpen} onClick={() => table.onOpen?.(row)}>
        {shown}
      </button>
    )
  }
  if (table.onWrite === undefined || !canEdit(column, row)) return shown
  return (
    <>
      <button
        type="button"
        className={classes.simpleEdit}
        data-cell={cellName(line, col)}
        aria-describedby={kept?.message === undefined ? noted : messageId}
        onClick={() => {
          editing.say('')
          begin({ row: line, col })
        }}
      >
        {shown}
        <span className="visually-hidden"> (modifier {column.titre})</span>
      </button>
      {kept?.message !== undefined && (
        <span id={messageId} className={classes.simpleRefusal}>
          {kept.message}
        </span>
      )}
    </>
  )
}

/** The title of a group, which folds it, and its totals. */
function SimpleGroup<Row>({ table, group }: { table: DataTableModel<Row>; group: Group }) {
  const { columns, selectable = false, noun } = table
  const span = groupSpan(columns)
  const folded = table.folded.has(group.value)
  return (
    <tr className={classes.group}>
      <th scope="row" colSpan={span + (selectable ? 1 : 0)}>
        <button
          type="button"
          className={classes.simpleSort}
          aria-expanded={!folded}
          onClick={() => table.toggleGroup(group.value)}
        >
          {folded ? <IconChevronRight size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}{' '}
          {group.value === '' ? '(vide)' : group.value}{' '}
          <span className={classes.groupCount}>{aLEcran(compte(group.size, noun.un, noun.plusieurs))}</span>
        </button>
      </th>
      {columns.slice(span).map((column) => {
        const total = column.total === 'somme' ? group.totals[column.cle] : undefined
        return (
          <td key={column.cle} className={isNumeric(column) ? classes.simpleNumber : undefined}>
            {total !== undefined && writeTotal(column, total)}
          </td>
        )
      })}
    </tr>
  )
}

/** Totals over the rows kept. */
export function SimpleTotals<Row>({ table }: { table: DataTableModel<Row> }) {
  return (
    <tfoot>
      <tr>
        {table.selectable && <td />}
        {table.columns.map((column, index) => {
          const total = table.totalOf(column)
          const className = isNumeric(column) ? classes.simpleNumber : undefined
          return index === 0 && total === undefined ? (
            <th key={column.cle} scope="row">
              Total
            </th>
          ) : (
            <td key={column.cle} className={className}>
              {total}
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}
