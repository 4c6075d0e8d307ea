import { useState } from 'react'
import { citer } from '../../../shared/analyse'
import type { CellValue, Option } from './cell-input'
import { canEdit, editedText, findOption, readCell, refusalSentence, storedValue } from './cell-input'
import { cellText, type Column } from './column'
import { rowOnLine } from './lines'
import type { Cell } from './navigation'
import type { DataTableModel } from './table-model'
import type { CellWriting } from './use-cell-writing'

/** Where the cursor goes once a cell is typed; `none`: the focus is already elsewhere. */
export type After = 'down' | 'up' | 'right' | 'left' | 'stay' | 'none'

export interface Editing {
  readonly line: number
  readonly col: number
  readonly key: string
  readonly cle: string
  /** Text the editor opens with. */
  readonly texte: string
  /** The edition began with a character: it replaces the value. */
  readonly replaced: boolean
  readonly message?: string
}

interface Options<Row> {
  table: DataTableModel<Row>
  writing: CellWriting<Row>
  columnAt: (col: number) => Column<Row> | undefined
  say: (message: string) => void
  /** The editor closes: the cursor goes on from this cell. */
  leave: (from: Cell, after: After) => void
}

const sameValue = (a: CellValue, b: CellValue): boolean => a === b || ((a ?? '') === '' && (b ?? '') === '')

/** The cell being typed: one at a time; a text that cannot be read keeps its editor open under its sentence. */
export function useCellEditing<Row>({ table, writing, columnAt, say, leave }: Options<Row>) {
  const [editing, setEditing] = useState<Editing>()

  const begin = (cell: Cell, typed?: string): boolean => {
    const column = columnAt(cell.col)
    const keyed = rowOnLine(table, cell.row)
    if (!column || !keyed || table.onWrite === undefined) return false
    if (!canEdit(column, keyed.row) || !column.edition) {
      say(`« ${column.titre} » ne se modifie pas dans cette cellule.`)
      return true
    }
    const refused = writing.overlays.get(keyed.key)?.get(column.cle)
    const value = storedValue(column, keyed.row)
    const texte = typed ?? refused?.texte ?? editedText(column.edition.input, value, cellText(column, keyed.row))
    const message = typed === undefined ? refused?.message : undefined
    setEditing({
      line: cell.row,
      col: cell.col,
      key: keyed.key,
      cle: column.cle,
      texte,
      replaced: typed !== undefined,
      ...(message !== undefined && { message }),
    })
    return true
  }

  const close = (after: After): void => {
    if (!editing) return
    setEditing(undefined)
    if (after !== 'none') leave({ row: editing.line, col: editing.col }, after)
  }
  const refuse = (message: string): void => setEditing((current) => current && { ...current, message })

  /** Writes what was typed; `chosen` is the record picked in a list. */
  const commit = async (texte: string, after: After, chosen?: Option): Promise<void> => {
    const column = editing && columnAt(editing.col)
    const keyed = editing && rowOnLine(table, editing.line)
    if (!column?.edition || !keyed || keyed.key !== editing.key) return setEditing(undefined)
    const { input } = column.edition
    const before = storedValue(column, keyed.row)
    let valeur: CellValue
    if (input.genre === 'recherche' && texte.trim() !== '') {
      if (!chosen && texte.trim() === cellText(column, keyed.row)) return close(after)
      const option = chosen ?? (await found(input.chercher, texte))
      if (!option) return refuse(`${citer(texte)} ne désigne aucune fiche, ou plusieurs : choisissez dans la liste.`)
      valeur = option.value
    } else {
      const read = readCell(column.edition, chosen?.label ?? texte)
      if (!read.ok) return refuse(refusalSentence(read))
      valeur = read.valeur
    }
    close(after)
    if (sameValue(valeur, before)) return writing.forget(keyed.key, column.cle)
    const shown = chosen?.label ?? (input.genre === 'choix' ? editedText(input, valeur, texte) : texte.trim())
    const refused = await writing.write([{ ...keyed, column, valeur, texte: shown }])
    const [first] = refused
    if (first) say(first.message)
  }
  const cancel = (): void => {
    if (editing) writing.forget(editing.key, editing.cle)
    close('stay')
  }
  return { editing, begin, commit, cancel }
}

async function found(
  chercher: (texte: string, signal: AbortSignal) => Promise<readonly Option[]>,
  texte: string,
): Promise<Option | undefined> {
  const options = await chercher(texte, new AbortController().signal)
  return findOption(options, texte) ?? (options.length === 1 ? options[0] : undefined)
}
