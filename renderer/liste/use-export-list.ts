import { exporterListe } from '../../shared/domain/liste/liste.contract'
import type { SelectionDeListe } from '../../shared/liste/demande'
import { useLong } from '../ipc/use-operation'
import type { DataTableModel } from '../ui/table/table-model'
import { exportFile, type Format } from './export-file'
import type { Demand } from './use-pages'

/** Writes exactly what is seen, or the selected rows of it, where the user says: the columns shown, in their order. */
export function useExportList<Row>(table: DataTableModel<Row>, demand: Demand) {
  const work = useLong(exporterListe)
  const run = (format: Format, selection?: SelectionDeListe): Promise<void> =>
    exportFile(table.label, format, (jeton) => {
      const colonnes = table.columns.map(({ cle }) => cle)
      const largeurs = { ...table.view.columns.widths }
      const replies = [...table.folded]
      return work.run({ ...demand, replies, ...(selection && { selection }), colonnes, largeurs, format, jeton })
    })
  return { work, run }
}
