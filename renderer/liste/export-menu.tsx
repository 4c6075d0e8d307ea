import { Menu } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { compte } from '../../shared/nombres'
import type { LongOperation } from '../ipc/use-operation'
import { OnDemand } from '../ui/on-demand'
import { LongWork } from '../ui/progress'
import type { DataTableModel } from '../ui/table/table-model'
import { ToolButton } from '../ui/table/tool-button'
import type { Format } from './export-file'

interface ExportMenuProps<Row> {
  table: DataTableModel<Row>
  work: Pick<LongOperation<unknown, unknown>, 'running' | 'progress' | 'cancel'>
  onExport: (format: Format, ticked?: boolean) => void
  /** How many rows are ticked, when they can be exported alone from here. */
  ticked?: number
}

/** Writes exactly what is seen: the rows kept, in their order, and the columns shown, in theirs. */
export function ExportMenu<Row>({ table, work, onExport, ticked = 0 }: ExportMenuProps<Row>) {
  const { un, plusieurs } = table.noun
  return (
    <>
      <OnDemand
        popup="menu"
        button={
          <ToolButton label="Exporter" icon={IconFileExport} loading={work.running} disabled={table.kept === 0} />
        }
      >
        {(layer, button) => (
          <Menu {...layer} withInitialFocusPlaceholder={false} portalProps={{ target: '#calques' }}>
            <Menu.Target>{button}</Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onExport('xlsx')}>Ce qui est vu, en Excel…</Menu.Item>
              <Menu.Item onClick={() => onExport('csv')}>Ce qui est vu, en CSV…</Menu.Item>
              {ticked > 0 && (
                <>
                  <Menu.Divider />
                  <Menu.Label>{`Seulement ${compte(ticked, un, plusieurs)}`}</Menu.Label>
                  <Menu.Item onClick={() => onExport('xlsx', true)}>Les lignes cochées, en Excel…</Menu.Item>
                  <Menu.Item onClick={() => onExport('csv', true)}>Les lignes cochées, en CSV…</Menu.Item>
                </>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </OnDemand>
      <LongWork title="Export de la liste" work={work} />
    </>
  )
}
