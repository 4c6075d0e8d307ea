import { Button } from '@mantine/core'
import type { ServiceSansLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { compte } from '../../../shared/nombres'
import { majusculeInitiale } from '../../../shared/text'
import { TableTools } from '../../liste/table-tools'
import { useMemoryTable } from '../../liste/use-memory-table'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import type { Column } from '../../ui/table/column'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import classes from './lettre.module.css'
import type { useCreerManquantes } from './use-creer-manquantes'

const columns: readonly Column<ServiceSansLettre>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 170, principale: true },
  {
    cle: 'role',
    titre: 'Rôle',
    type: 'liste',
    valeur: ({ role }) => majusculeInitiale(role),
    largeur: 236,
    extensible: 2,
    groupable: true,
  },
  { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', valeur: ({ quotite }) => quotite, largeur: 74 },
  { cle: 'debutLe', titre: 'Du', type: 'jour', valeur: ({ debutLe }) => debutLe, largeur: 100 },
  { cle: 'finLe', titre: 'Au', type: 'jour', valeur: ({ finLe }) => finLe, largeur: 100 },
  {
    cle: 'lettre',
    titre: 'Lettre',
    type: 'liste',
    valeur: ({ modele }) => (modele === null ? 'Rôle sans lettre' : 'À créer'),
    largeur: 126,
  },
]

/** Who serves this year without a letter: those chosen get theirs in one step. */
export function ServicesSansLettre({
  services,
  creer,
  onClose,
}: {
  services: readonly ServiceSansLettre[]
  creer: ReturnType<typeof useCreerManquantes>
  onClose: () => void
}) {
  const table = useMemoryTable({
    vues: 'servicesSansLettre',
    label: 'Services sans lettre',
    columns,
    rows: services,
    rowKey: ({ affectationId }) => affectationId,
    noun: { un: 'service', plusieurs: 'services' },
    selectable: true,
  })
  const choisis = table.selectedRows.filter(({ modele }) => modele !== null).map(({ affectationId }) => affectationId)
  return (
    <Dialog opened onClose={onClose} title="Services sans lettre" size="list">
      <div className={classes.services}>
        <TableFilters table={table} tools={<TableTools table={table} />} />
        <DataTable
          table={table}
          height="content"
          bulk={
            <Button
              disabled={choisis.length === 0}
              loading={creer.running}
              onClick={() => void creer.run(choisis).then(table.clearSelection)}
            >
              Créer {compte(choisis.length, 'lettre')}
            </Button>
          }
          empty={<EmptyState title="Chaque service a sa lettre" />}
        />
      </div>
    </Dialog>
  )
}
