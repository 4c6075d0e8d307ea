import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFile, IconFiles } from '@tabler/icons-react'
import { compte } from '../../../shared/nombres'
import type { ExportLettres } from './use-export-lettres'

interface ExportMenuProps {
  exporter: ExportLettres
  /** Active letters of the year. */
  nombre: number
  /** It is the main thing to do on the page. */
  principal: boolean
}

/** One PDF per agent, or one for all. */
export function ExportMenu({ exporter, nombre, principal }: ExportMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          data-reads
          {...(!principal && { variant: 'default' })}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          disabled={nombre === 0 || exporter.work.running}
        >
          Exporter {compte(nombre, 'lettre')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFiles size={16} aria-hidden />} onClick={() => void exporter.dossier()}>
          Un PDF par agent, dans un dossier…
        </Menu.Item>
        <Menu.Item leftSection={<IconFile size={16} aria-hidden />} onClick={() => void exporter.fichierUnique()}>
          Toutes dans un seul PDF…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
