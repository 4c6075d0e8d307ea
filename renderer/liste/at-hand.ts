import { useState } from 'react'
import type { DataTableModel } from '../ui/table/table-model'

/** The row that was chosen in a list, as the list shows it now, or as it was when it was last in sight. */
export function useChosen<Row extends { id: string }>() {
  const [chosen, choose] = useState<Row>()
  const current = (table: DataTableModel<Row>): Row | undefined =>
    chosen && (table.rowAt(table.placeOf(chosen.id)) ?? chosen)
  return { chosen, choose, current }
}

/** What needs attention is offered only when something does, or while it is what is looked at. */
export function withUsefulChips<Row>(table: DataTableModel<Row>, always: readonly string[] = []): DataTableModel<Row> {
  const useful = table.chips.filter(
    ({ cle, tone, count, active }) => tone === undefined || count > 0 || active || always.includes(cle),
  )
  return { ...table, chips: useful }
}
