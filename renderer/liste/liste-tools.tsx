import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { DataTableModel } from '../ui/table/table-model'
import { ExportMenu } from './export-menu'
import { useExportList } from './use-export-list'
import type { Demand } from './use-pages'
import { ViewsMenu } from './views-menu'

interface ListeToolsProps<Row> {
  liste: CleDeListe
  table: DataTableModel<Row>
  /** What is seen, as the register is asked for it. */
  demand: Demand
}

/** The saved views of a list of the register and its export, beside its filter. */
export function ListeTools<Row>({ liste, table, demand }: ListeToolsProps<Row>) {
  const { work, run } = useExportList(table, demand)
  return (
    <>
      <ViewsMenu liste={liste} table={table} />
      <ExportMenu table={table} work={work} onExport={(format) => void run(format)} />
    </>
  )
}
