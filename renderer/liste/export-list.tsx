import { Menu } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { LongWork } from '../ui/progress'
import { ToolButton } from '../ui/table/tool-button'
import type { DataTableModel } from '../ui/table/table-model'
import { useExportList } from './use-export-list'
import type { Demand } from './use-pages'

interface ExportListProps<Row> {
  table: DataTableModel<Row>
  demand: Demand
}

/** Writes exactly what is seen: the rows kept, in their order, and the columns shown, in theirs. */
export function ExportList<Row>({ table, demand }: ExportListProps<Row>) {
  const { work, run } = useExportList(table, demand)
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
