import { editedText } from '../ui/table/cell-input'
import type { CellChange } from '../ui/table/table-model'

/** One cell as the register takes it. */
export interface SentCell {
  readonly id: string
  readonly colonne: string
  readonly valeur: string
}

/** The text that the register reads as that value: a record by its code, a choice by its label, a sum already made. */
export function sentCell<Row>({ key, column, valeur, texte }: CellChange<Row>): SentCell {
  const input = column.edition?.input
  const sent =
    input === undefined || input.genre === 'recherche' ? String(valeur ?? '') : editedText(input, valeur, texte)
  return { id: key, colonne: column.cle, valeur: sent }
}
