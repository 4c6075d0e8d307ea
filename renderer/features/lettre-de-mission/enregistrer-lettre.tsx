import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileTypeDocx } from '@tabler/icons-react'
import type { FormatLettre } from '../../../shared/domain/lettre-de-mission/format'

interface EnregistrerLettreProps {
  onExport: (format: FormatLettre) => void
  exporting: boolean
  compact?: boolean
}

/** The PDF at once; Word under the arrow. */
export function EnregistrerLettre({ onExport, exporting, compact = false }: EnregistrerLettreProps) {
  return (
    <Button.Group>
      <Button
        data-reads
        variant="default"
        {...(compact && { size: 'compact-sm' })}
        disabled={exporting}
        onClick={() => onExport('pdf')}
      >
        Enregistrer le PDF…
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            data-reads
            variant="default"
            size={compact ? 26 : 32}
            disabled={exporting}
            aria-label="Enregistrer dans un autre format"
          >
            <IconChevronDown size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileTypeDocx size={16} aria-hidden />} onClick={() => onExport('docx')}>
            Enregistrer pour Word (.docx)…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
}
