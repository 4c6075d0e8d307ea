import type { CSSProperties, ReactNode, RefObject } from 'react'
import { useLayoutEffect } from 'react'
import type { Tone } from '../tone'
import type { Column } from './column'
import { isNumeric } from './column'
import classes from './table.module.css'

/** What is said under a cell: the sentence of an error, with its correction. */
export interface CellNote {
  readonly key: string
  /** The column of the cell; absent when the whole row is meant. */
  readonly cle: string | undefined
  readonly tone: Tone
  /** What describes the cell for a screen reader. */
  readonly sentence: ReactNode
  /** Its buttons, after the sentence. */
  readonly actions?: ReactNode
}

/** The notes of a row; none for most of them. */
export type NotesOf<Row> = (row: Row) => readonly CellNote[]

export const noNotes: readonly CellNote[] = []

/** The same list for the same row: it is drawn again only when what is said of it changed. */
export function keptNotes<Row>(notesOf: NotesOf<Row>): NotesOf<Row> {
  const kept = new WeakMap<Row & object, readonly CellNote[]>()
  return (row) => {
    const known = kept.get(row as Row & object)
    if (known) return known
    const notes = notesOf(row)
    kept.set(row as Row & object, notes)
    return notes
  }
}

const noteId = (base: string, rank: number): string => `${base}-note-${rank}`

/** What a cell says of its notes to a screen reader. */
export function describedBy(
  notes: readonly CellNote[],
  cle: string,
  base: string,
): { 'aria-describedby'?: string; 'aria-invalid'?: true } {
  if (notes.length === 0) return {}
  const own = notes.flatMap((note, rank) => (note.cle === cle ? [noteId(base, rank)] : []))
  if (own.length === 0) return {}
  const wrong = notes.some((note) => note.cle === cle && note.tone === 'erreur')
  return { 'aria-describedby': own.join(' '), ...(wrong && { 'aria-invalid': true }) }
}

interface CellNotesProps<Row> {
  notes: readonly CellNote[]
  columns: readonly Column<Row>[]
  base: string
  /** Where the row is in a grid: the notes stand under its cells, and a click on a sentence goes to its cell. */
  place?: { line: number; offset: number }
}

/**
 * Each note under its cell, tied to it. The cell furthest to the right comes first, so that no line crosses a sentence, and
 * the gravest of one cell; a sentence that the grid would cut, at the right or because it was scrolled, stays in sight.
 */
export function CellNotes<Row>({ notes, columns, base, place }: CellNotesProps<Row>) {
  const placed = notes
    .map((note, rank) => ({ note, rank, index: columns.findIndex(({ cle }) => cle === note.cle) }))
    .sort((a, b) => b.index - a.index || Number(b.note.tone === 'erreur') - Number(a.note.tone === 'erreur'))
  const cells = place ? cellsOf(placed, columns, place.offset) : []
  return (
    <div className={classes.noteFrame}>
      {cells.map(({ col, shape }) => (
        <span key={col} className={classes.noteTip} {...shape} />
      ))}
      <ul className={classes.notes}>
        {placed.map(({ note: { key, tone, sentence, actions }, rank, index }, line) => {
          const col = place && index >= 0 ? index + place.offset : undefined
          return (
            <li key={key} data-tone={tone} style={col === undefined ? undefined : noteStyle(columns[index], col)}>
              {cells.map(
                ({ col: below, last, shape }) =>
                  last > line && <span key={below} className={classes.noteLine} {...shape} />,
              )}
              <div className={classes.noteText}>
                <span id={noteId(base, rank)} data-row={col === undefined ? undefined : place?.line} data-col={col}>
                  {sentence}
                </span>
                {actions}
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

interface Placed {
  note: CellNote
  index: number
}

/** The cells that have notes: the colour of the gravest, and the line of the last, down to which the cell is tied. */
function cellsOf<Row>(placed: readonly Placed[], columns: readonly Column<Row>[], offset: number) {
  return placed.flatMap(({ note, index }, line) => {
    if (index < 0 || placed[line - 1]?.index === index) return []
    const column = columns[index]
    const col = index + offset
    const shape = {
      'aria-hidden': true,
      'data-tone': note.tone,
      'data-pinned': column?.epinglee || undefined,
      style: noteStyle(column, col),
    }
    return [{ col, last: placed.findLastIndex((other) => other.index === index), shape }]
  })
}

/** Under the beginning of a text, under the end of a number. */
function noteStyle<Row>(column: Column<Row> | undefined, col: number): CSSProperties {
  const at = column && isNumeric(column) ? `calc(var(--at-${col + 1}) - 32px)` : `var(--at-${col})`
  return { '--at': at } as CSSProperties
}

/**
 * Says on the scroller where each column begins (`--at-0`, `--at-1`…, and the end of the last) and how wide it is seen
 * (`--seen`): the notes stand by them, whatever is scrolled.
 */
export function useColumnPlaces(
  grid: RefObject<HTMLElement | null>,
  template: { columns: string },
  noted: boolean,
): void {
  useLayoutEffect(() => {
    const scroller = grid.current
    if (!scroller || !noted) return undefined
    const place = (): void => {
      const heads = scroller.querySelectorAll('[role="columnheader"]')
      let left = 0
      scroller.style.setProperty('--seen', `${scroller.clientWidth}px`)
      scroller.style.setProperty('--at-0', '0px')
      for (const [col, head] of heads.entries()) {
        left += head.getBoundingClientRect().width
        scroller.style.setProperty(`--at-${col + 1}`, `${left}px`)
      }
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(scroller)
    return () => observer.disconnect()
  }, [grid, template, noted])
}
