import { Button } from '@mantine/core'
import type { BilanLu } from '../../../shared/domain/bilan/bilan.contract'
import { LongWork } from '../../ui/progress'
import { useExportBilan } from './use-export-bilan'

interface ExportProps {
  demande: { anneeId: string; courant: boolean }
  bilan: BilanLu | undefined
}

/** The button that writes the workbook, and how far it is. */
export function ExportBilan({ demande, bilan }: ExportProps) {
  const { run, work } = useExportBilan(demande)
  return (
    <>
      <Button data-reads onClick={() => void run()} loading={work.running} disabled={!bilan}>
        Exporter en Excel
      </Button>
      <LongWork title="Export du bilan" work={work} />
    </>
  )
}
