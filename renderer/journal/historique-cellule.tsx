import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'
import { historiqueCellule } from '../../shared/domain/journal/journal.contract'
import { useOperation } from '../ipc/use-operation'
import { Dialog } from '../ui/dialog'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state'
import type { CellAction, CellTarget } from '../ui/table/cell-actions'
import { CellActionsProvider, useWithCellActions } from '../ui/table/cell-actions'
import type { StoredCell } from '../ui/table/column'
import { Versions } from './versions'

interface Demandee extends StoredCell {
  titre: string
  ligne: string
}

/** « Historique de cette valeur » in the menu of every cell that shows one stored value. */
export function HistoriqueDesCellules({ children }: { children: ReactNode }) {
  const [demandee, setDemandee] = useState<Demandee | null>(null)
  const actions = useWithCellActions(
    useCallback(({ cellule, titre, ligne }: CellTarget): CellAction[] => {
      if (!cellule) return []
      const onSelect = (): void => setDemandee({ ...cellule, titre, ligne })
      return [{ cle: 'historique', libelle: 'Historique de cette valeur', icone: IconHistory, onSelect }]
    }, []),
  )
  return (
    <CellActionsProvider value={actions}>
      {children}
      {demandee && <HistoriqueDeCellule demandee={demandee} onClose={() => setDemandee(null)} />}
    </CellActionsProvider>
  )
}

function HistoriqueDeCellule({ demandee, onClose }: { demandee: Demandee; onClose: () => void }) {
  const { table, id, champ, titre, ligne } = demandee
  const { data, error, refetch } = useOperation(historiqueCellule, { table, id, champ })
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={`${titre} : historique${ligne === '' ? '' : ` (${ligne})`}`}
      actions={
        <Button variant="default" onClick={onClose}>
          Fermer
        </Button>
      }
    >
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Loading lines={4} />}
      {data?.length === 0 && (
        <EmptyState title="Cette valeur n’a jamais changé">
          Le journal n’en garde aucune autre : elle est vide depuis la création de la fiche.
        </EmptyState>
      )}
      {data && data.length > 0 && <Versions versions={data} />}
    </Dialog>
  )
}
