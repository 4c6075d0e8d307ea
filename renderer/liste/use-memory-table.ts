import type { RowData } from '@tanstack/react-table'
import type { CleDeTableau } from '../../shared/domain/liste/tableaux'
import type { MemoryTableModel } from '../ui/table/table-model'
import { type MemoryOptions, useDataTable } from '../ui/table/use-data-table'

export interface MemoryTable<Row> extends MemoryTableModel<Row> {
  /** What its saved views, and its arrangement, are kept under; absent where what is shown passes. */
  readonly vues?: CleDeTableau
}

interface Options<Row> extends Omit<MemoryOptions<Row>, 'memory'> {
  readonly vues?: CleDeTableau
}

/** A table whose rows are all at hand, with the tools that every list has (`TableTools`, `ListSection`). */
export function useMemoryTable<Row extends RowData>({ vues, ...options }: Options<Row>): MemoryTable<Row> {
  const table = useDataTable<Row>({ ...options, ...(vues !== undefined && { memory: vues }) })
  return { ...table, ...(vues !== undefined && { vues }) }
}
