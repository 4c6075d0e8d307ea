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

export const noteId = (base: string, rank: number): string => `${base}-note-${rank}`

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
 * Each note under its cell, tied to it. The cell furthest to the right comes first, so that no line crosses a sentence; a
 * sentence that the grid would cut, at the right or because it was scrolled, stays in sight.
 */
export function CellNotes<Row>({ notes, columns, base, place }: CellNotesProps<Row>) {
  const placed = notes
    .map((note, rank) => ({ note, rank, index: columns.findIndex(({ cle }) => cle === note.cle) }))
    .sort((a, b) => b.index - a.index)
    .map(({ note, rank, index }) => {
      const column = columns[index]
      const col = column && place ? index + place.offset : undefined
      return {
        note,
        rank,
        col,
        pinned: column?.epinglee || undefined,
        style: column && col !== undefined ? noteStyle(column, col) : undefined,
      }
    })
  return (
    <div className={classes.noteFrame}>
      {placed.map(
        ({ note: { key, tone }, col, pinned, style }) =>
          col !== undefined && (
            <span
              key={key}
              aria-hidden="true"
              className={classes.noteTip}
              data-tone={tone}
              data-pinned={pinned}
              style={style}
            />
          ),
      )}
      <ul className={classes.notes}>
        {placed.map(({ note: { key, tone, sentence, actions }, rank, col, pinned, style }) => (
          <li key={key} data-tone={tone} style={style}>
            {col !== undefined && <span aria-hidden="true" className={classes.noteLine} data-pinned={pinned} />}
            <div className={classes.noteText}>
              <span id={noteId(base, rank)} data-row={col === undefined ? undefined : place?.line} data-col={col}>
                {sentence}
              </span>
              {actions}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Under the beginning of a text, under the end of a number. */
function noteStyle<Row>(column: Column<Row>, col: number): CSSProperties {
  const at = isNumeric(column) ? `calc(var(--at-${col + 1}) - 32px)` : `var(--at-${col})`
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
