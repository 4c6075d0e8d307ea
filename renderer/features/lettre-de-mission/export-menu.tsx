import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFile, IconFiles, IconFileTypeDocx } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { compte } from '../../../shared/nombres'
import type { ExportLettres } from './use-export-lettres'

interface ExportMenuProps {
  exporter: ExportLettres
  /** Active letters of the year. */
  nombre: number
  /** It is the main thing to do on the page. */
  principal: boolean
}

/** One PDF per agent, or one for all; or a Word document per agent. */
export function ExportMenu({ exporter, nombre, principal }: ExportMenuProps) {
  return (
    <MenuDExport exporter={exporter} nombre={nombre} principal={principal} onDossier={exporter.dossier}>
      <Menu.Item leftSection={<IconFile size={16} aria-hidden />} onClick={() => void exporter.fichierUnique()}>
        Toutes dans un seul PDF…
      </Menu.Item>
    </MenuDExport>
  )
}

/** The letters ticked in the list, one file each. */
export function ExportDesChoisies({ exporter, ids }: { exporter: ExportLettres; ids: string[] }) {
  return (
    <MenuDExport
      exporter={exporter}
      nombre={ids.length}
      principal={false}
      onDossier={(choix) => exporter.dossier({ ...choix, ids })}
    />
  )
}

interface MenuDExportProps extends ExportMenuProps {
  onDossier: ExportLettres['dossier']
  children?: ReactNode
}

function MenuDExport({ exporter, nombre, principal, onDossier, children }: MenuDExportProps) {
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
        <Menu.Item leftSection={<IconFiles size={16} aria-hidden />} onClick={() => void onDossier()}>
          Un PDF par agent, dans un dossier…
        </Menu.Item>
        {children}
        <Menu.Item
          leftSection={<IconFileTypeDocx size={16} aria-hidden />}
          onClick={() => void onDossier({ format: 'docx' })}
        >
          Un document Word par agent, dans un dossier…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
