import { grouperPar } from '../../../shared/grouper'
import type { CellValue } from './cell-input'
import type { CellChange } from './table-model'

interface ChangedRow<Row> {
  readonly id: string
  readonly row: Row
  /** The stored fields behind the cells, with their new values; the register reads them by their own rule. */
  readonly champs: Readonly<Record<string, CellValue>>
}

/** The rows behind the cells to write, each with its fields: what an operation on the rows of a record takes. */
export const changedFields = <Row>(changes: readonly CellChange<Row>[]): ChangedRow<Row>[] =>
  [...grouperPar(changes, ({ key }) => key)].flatMap(([id, own]) => {
    const [first] = own
    const fields = own.flatMap(({ row, column, valeur }) => {
      const cell = column.cellule?.(row)
      return cell ? [[cell.champ, valeur] as const] : []
    })
    return first ? [{ id, row: first.row, champs: Object.fromEntries(fields) }] : []
  })
