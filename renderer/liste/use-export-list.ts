import { choisirSortie, ouvrirFichier } from '../../shared/domain/fichier/fichier.contract'
import { exporterListe } from '../../shared/domain/liste/liste.contract'
import type { SelectionDeListe } from '../../shared/liste/demande'
import { compte } from '../../shared/nombres'
import { call } from '../ipc/call'
import { useLong } from '../ipc/use-operation'
import { notify } from '../ui/notice'
import type { DataTableModel } from '../ui/table/table-model'
import type { Demand } from './use-pages'

const formats = { xlsx: 'listeExcel', csv: 'listeCsv' } as const
export type Format = keyof typeof formats

/** Writes exactly what is seen, or the selected rows of it, where the user says: the columns shown, in their order. */
export function useExportList<Row>(table: DataTableModel<Row>, demand: Demand) {
  const work = useLong(exporterListe)
  const run = async (format: Format, selection?: SelectionDeListe): Promise<void> => {
    try {
      const sortie = await call(choisirSortie, { but: formats[format], nomPropose: `${table.label}.${format}` })
      if (!sortie) return
      const colonnes = table.columns.map(({ cle }) => cle)
      const largeurs = { ...table.view.columns.widths }
      const chosen = selection === undefined ? {} : { selection }
      const written = await work.run({ ...demand, ...chosen, colonnes, largeurs, format, jeton: sortie.jeton })
      if (!written) return
      notify.done(`${written.nom} : ${compte(written.lignes, 'ligne écrite', 'lignes écrites')}.`, {
        action: {
          label: 'Ouvrir',
          onClick: () => void call(ouvrirFichier, { jeton: written.jeton }).catch(notify.error),
        },
      })
    } catch (error) {
      notify.error(error)
    }
  }
  return { work, run }
}
