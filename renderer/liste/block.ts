import type { CellChange } from '../ui/table/table-model'
import { editedText, storedValue } from '../ui/table/cell-input'
import { cellText, type Column } from '../ui/table/column'

/** A rectangle of texts, as the register takes a block. */
export interface TextBlock {
  readonly ids: string[]
  readonly colonnes: string[]
  readonly valeurs: string[][]
}

/** The text that the register reads as that value: a record by its code, a sum already made. */
function sentText<Row>({ column, valeur, texte }: CellChange<Row>): string {
  const input = column.edition?.input
  if (!input) return texte
  return input.genre === 'recherche' ? String(valeur ?? '') : editedText(input, valeur, texte)
}

/** What a cell that does not change holds: written again as it is, it is no change. */
function heldText<Row>(column: Column<Row>, row: Row): string {
  const input = column.edition?.input
  return input ? editedText(input, storedValue(column, row), cellText(column, row)) : ''
}

/** Changes as one rectangle, so that they are one step of the journal; what lies between them keeps its value. */
export function rectangleOf<Row>(changes: readonly CellChange<Row>[]): TextBlock {
  const rows = new Map(changes.map(({ key, row }) => [key, row]))
  const columns = new Map(changes.map(({ column }) => [column.cle, column]))
  const texts = new Map(changes.map((change) => [`${change.key} ${change.column.cle}`, sentText(change)]))
  return {
    ids: [...rows.keys()],
    colonnes: [...columns.keys()],
    valeurs: [...rows].map(([key, row]) =>
      [...columns].map(([cle, column]) => texts.get(`${key} ${cle}`) ?? heldText(column, row)),
    ),
  }
}
