import { exporterTableau } from '../../shared/domain/liste/tableau.contract'
import { useLong } from '../ipc/use-operation'
import { useAnneeId } from '../session'
import { exportFile, type Format } from './export-file'
import { ExportMenu } from './export-menu'
import { contentOfTable } from './table-content'
import type { MemoryTable } from './use-memory-table'
import { ViewsMenu } from './views-menu'

/** The saved views of a table whose rows are at hand, and its export, beside its filter. */
export function TableTools<Row>({ table }: { table: MemoryTable<Row> }) {
  const anneeId = useAnneeId()
  const work = useLong(exporterTableau)
  const run = (format: Format, ticked = false): void =>
    void exportFile(table.label, format, (jeton) =>
      work.run({ ...contentOfTable(table, ticked), anneeId, format, jeton }),
    )
  return (
    <>
      {table.vues !== undefined && <ViewsMenu liste={table.vues} table={table} />}
      <ExportMenu table={table} work={work} onExport={run} ticked={table.selectedRows.length} />
    </>
  )
}
