import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { compte } from '../../../shared/nombres'
import { confirm } from '../../ui/dialog'
import { aLEcran } from '../../ui/format'
import { notify } from '../../ui/notice'
import { LongWork } from '../../ui/progress'
import { useReadOnly } from '../../ui/read-only'
import type { RemoteTable } from '../use-remote-table'
import { useExportList } from '../use-export-list'
import { ChangeField } from './change-field'
import { LeftDialog } from './left-dialog'
import { NextAction } from './next-action'
import { type Chosen, useBulk } from './use-bulk-write'

/** What every list does with its selected rows, one undoable step each, however many they are. */
export function SelectionMenu<Row>({ remote }: { remote: RemoteTable<Row> }) {
  const { table, demand, selected: selection } = remote
  const { liste, contexte } = demand
  const nombre = table.selectedCount
  const chosen: Chosen = {
    ...{ liste, contexte, selection, nombre, clear: table.clearSelection },
    dits: aLEcran(compte(nombre, table.noun.un, table.noun.plusieurs)),
  }
  const [dialog, setDialog] = useState<'champ' | 'action'>()
  const bulk = useBulk(chosen)
  const exporting = useExportList(table, demand)
  const readOnly = useReadOnly()
  const close = (): void => setDialog(undefined)
  const remove = async (): Promise<void> => {
    const sure = await confirm({
      title: `Supprimer ${chosen.dits} ?`,
      message:
        'Ce qui est lié à d’autres fiches est laissé, avec la raison. Une seule étape : elle s’annule d’un coup.',
      action: `Supprimer ${chosen.dits}`,
      tone: 'danger',
    })
    if (sure) await bulk.remove()
  }
  return (
    <>
      <Menu position="top-end" withInitialFocusPlaceholder={false} portalProps={{ target: '#calques' }}>
        <Menu.Target>
          <Button data-reads variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            Pour la sélection
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={readOnly} onClick={() => setDialog('champ')}>
            Changer un champ…
          </Menu.Item>
          <Menu.Item disabled={readOnly} onClick={() => setDialog('action')}>
            Écrire la prochaine action…
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void exporting.run('xlsx', selection)}>Exporter en Excel…</Menu.Item>
          <Menu.Item onClick={() => void exporting.run('csv', selection)}>Exporter en CSV…</Menu.Item>
          <Menu.Divider />
          <Menu.Item disabled={readOnly} onClick={() => void remove().catch(notify.error)}>
            Supprimer…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'champ' && <ChangeField chosen={chosen} columns={table.allColumns} bulk={bulk} onClose={close} />}
      {dialog === 'action' && <NextAction chosen={chosen} bulk={bulk} onClose={close} />}
      <LongWork title="Modification de la sélection" work={bulk.writing} />
      <LongWork title="Suppression" work={bulk.deleting} />
      <LongWork title="Export de la sélection" work={exporting.work} />
      <LeftDialog left={bulk.left} onClose={bulk.forget} />
    </>
  )
}
