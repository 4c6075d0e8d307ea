import { citer } from '../../../shared/analyse'
import { compte } from '../../../shared/nombres'
import { enumerer } from '../../../shared/text'
import { insecable } from '../../../shared/typographie'
import type { Block } from './block'
import { blockHeight, blockWidth } from './block'
import type { CellValue, Option } from './cell-input'
import { canEdit, findOption, readCell, refusalSentence, storedValue } from './cell-input'
import type { Column } from './column'
import { cellText } from './column'

/** A row of the list with its key. */
export interface Keyed<Row> {
  readonly key: string
  readonly row: Row
}

/** One cell that a paste would change, or that it cannot. */
export interface PlannedCell<Row> extends Keyed<Row> {
  readonly column: Column<Row>
  readonly texte: string
  readonly valeur: CellValue
  /** Label of the record found, for a cell that was searched. */
  readonly libelle?: string
  /** Why the text is refused; undefined when it will be written. */
  readonly refus?: string
}

export interface PastePlan<Row> {
  readonly cells: readonly PlannedCell<Row>[]
  readonly refused: number
  readonly unchanged: number
  /** What the paste leaves aside, in sentences. */
  readonly notes: readonly string[]
}

/** Lines and columns that a paste covers: a block that is a multiple of what is pasted is filled with it. */
export function pasteExtent(source: readonly (readonly string[])[], block: Block): { height: number; width: number } {
  const height = source.length
  const width = source.reduce((most, line) => Math.max(most, line.length), 0)
  const tall = blockHeight(block)
  const wide = blockWidth(block)
  const fills = tall % height === 0 && wide % width === 0
  return fills ? { height: tall, width: wide } : { height, width }
}

const columnNames = (columns: readonly Column<never>[]): string =>
  enumerer(columns.map(({ titre }) => `«${insecable}${titre}${insecable}»`))

function notesOf(extraColumns: number, extraRows: number, locked: readonly Column<never>[]): string[] {
  const notes: string[] = []
  if (extraColumns > 0)
    notes.push(
      `${compte(extraColumns, 'colonne collée dépasse', 'colonnes collées dépassent')} la droite du tableau et ne ${extraColumns > 1 ? 'seront' : 'sera'} pas écrite${extraColumns > 1 ? 's' : ''}.`,
    )
  if (extraRows > 0)
    notes.push(
      `${compte(extraRows, 'ligne collée dépasse', 'lignes collées dépassent')} la fin de la liste et ne ${extraRows > 1 ? 'seront' : 'sera'} pas écrite${extraRows > 1 ? 's' : ''}.`,
    )
  if (locked.length > 0)
    notes.push(
      `${locked.length > 1 ? 'Les colonnes' : 'La colonne'} ${columnNames(locked)} ne se ${locked.length > 1 ? 'modifient' : 'modifie'} pas ici : ${locked.length > 1 ? 'leurs' : 'ses'} cellules collées sont laissées de côté.`,
    )
  return notes
}

interface PasteTarget<Row> {
  readonly source: readonly (readonly string[])[]
  readonly block: Block
  /** Rows from the top of the block on, as many as there are. */
  readonly rows: readonly Keyed<Row>[]
  /** Columns drawn, from the left of the block on. */
  readonly columns: readonly Column<Row>[]
}

interface Work {
  readonly signal?: AbortSignal
  readonly onProgress?: (fait: number, total: number) => void
  /** Lets the window breathe; the tests do not wait. */
  readonly pause?: () => Promise<void>
}

/** Rows planned between two breaths of the window. */
const slice = 200

/** What a paste would write, cell by cell, without writing anything. Undefined when it was cancelled. */
export async function planPaste<Row>(
  { source, block, rows, columns }: PasteTarget<Row>,
  { signal, onProgress, pause }: Work = {},
): Promise<PastePlan<Row> | undefined> {
  const { height, width } = pasteExtent(source, block)
  const sourceWidth = source.reduce((most, line) => Math.max(most, line.length), 0)
  const kept = columns.slice(0, width)
  const find = remembered(signal)
  const cells: PlannedCell<Row>[] = []
  const locked = new Set<Column<Row>>()
  let unchanged = 0
  const last = Math.min(height, rows.length)
  for (let line = 0; line < last; line += 1) {
    const keyed = rows[line]
    const texts = source[line % source.length] ?? []
    for (const [place, column] of kept.entries()) {
      const texte = texts[place % sourceWidth]
      // A ragged line: nothing was copied for this cell.
      if (texte === undefined || !keyed) continue
      if (!canEdit(column, keyed.row)) {
        if (texte.trim() !== '' && texte.trim() !== cellText(column, keyed.row)) locked.add(column)
        continue
      }
      const cell = await plannedCell(keyed, column, texte, find)
      if (cell) cells.push(cell)
      else unchanged += 1
    }
    if (line % slice === slice - 1) {
      if (signal?.aborted === true) return undefined
      onProgress?.(line + 1, last)
      await pause?.()
    }
  }
  if (signal?.aborted === true) return undefined
  const notes = notesOf(width - kept.length, height - last, [...locked])
  return { cells, refused: cells.reduce((sum, { refus }) => sum + (refus === undefined ? 0 : 1), 0), unchanged, notes }
}

type Find = (
  chercher: (texte: string, signal: AbortSignal) => Promise<readonly Option[]>,
  texte: string,
) => Promise<Option | undefined>

/** Finds the record that a text names, each text asked once. */
function remembered(signal: AbortSignal = new AbortController().signal): Find {
  const known = new Map<string, Promise<Option | undefined>>()
  return (chercher, texte) => {
    const before = known.get(texte)
    if (before) return before
    const asked = chercher(texte, signal).then(
      (found) => findOption(found, texte) ?? (found.length === 1 ? found[0] : undefined),
    )
    known.set(texte, asked)
    return asked
  }
}

async function plannedCell<Row>(
  { key, row }: Keyed<Row>,
  column: Column<Row>,
  texte: string,
  find: Find,
): Promise<PlannedCell<Row> | undefined> {
  const edition = column.edition
  if (!edition) return undefined
  const before = storedValue(column, row)
  const read = readCell(edition, texte)
  if (!read.ok) {
    return { key, row, column, texte, valeur: before, refus: refusalSentence(read) }
  }
  if (edition.input.genre === 'recherche' && read.valeur !== null) {
    if (texte.trim() === cellText(column, row)) return undefined
    const found = await find(edition.input.chercher, texte.trim())
    if (!found)
      return {
        key,
        row,
        column,
        texte,
        valeur: before,
        refus: `${citer(texte)} ne désigne aucune fiche, ou plusieurs.`,
      }
    return found.value === before ? undefined : { key, row, column, texte, valeur: found.value, libelle: found.label }
  }
  return same(read.valeur, before) ? undefined : { key, row, column, texte, valeur: read.valeur }
}

/** An empty text and an absent value are one and the same cell. */
const same = (a: CellValue, b: CellValue): boolean => a === b || ((a === '' || a === null) && (b === '' || b === null))
