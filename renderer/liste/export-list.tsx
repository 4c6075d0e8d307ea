import { Menu } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { choisirSortie, ouvrirFichier } from '../../shared/domain/fichier/fichier.contract'
import { exporterListe } from '../../shared/domain/liste/liste.contract'
import { compte } from '../../shared/nombres'
import { call } from '../ipc/call'
import { useLong } from '../ipc/use-operation'
import { notify } from '../ui/notice'
import { LongWork } from '../ui/progress'
import { ToolButton } from '../ui/table/tool-button'
import type { DataTableModel } from '../ui/table/table-model'
import type { Demand } from './use-pages'

interface ExportListProps<Row> {
  table: DataTableModel<Row>
  demand: Demand
}

const formats = { xlsx: 'listeExcel', csv: 'listeCsv' } as const

/** Writes exactly what is seen: the rows kept, in their order, and the columns shown, in theirs. */
export function ExportList<Row>({ table, demand }: ExportListProps<Row>) {
  const work = useLong(exporterListe)
  const run = async (format: keyof typeof formats): Promise<void> => {
    try {
      const sortie = await call(choisirSortie, { but: formats[format], nomPropose: `${table.label}.${format}` })
      if (!sortie) return
      const colonnes = table.columns.map(({ cle }) => cle)
      const written = await work.run({ ...demand, colonnes, format, jeton: sortie.jeton })
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
  return (
    <>
      <Menu withInitialFocusPlaceholder={false} portalProps={{ target: '#calques' }}>
        <Menu.Target>
          <ToolButton label="Exporter" icon={IconFileExport} loading={work.running} disabled={table.kept === 0} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void run('xlsx')}>Ce qui est vu, en Excel…</Menu.Item>
          <Menu.Item onClick={() => void run('csv')}>Ce qui est vu, en CSV…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <LongWork title="Export de la liste" work={work} />
    </>
  )
}
