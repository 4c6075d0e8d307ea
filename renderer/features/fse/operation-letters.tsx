import type { AffectationALOperation } from '../../../shared/domain/fse/fse.contract'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { EmptyState } from '../../ui/empty-state'
import { navigate } from '../../ui/router'
import type { Column } from '../../ui/table/column'

const columns: readonly Column<AffectationALOperation>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agentNom }) => agentNom, principale: true, largeur: 220 },
  { cle: 'annee', titre: 'Année', valeur: ({ anneeId }) => anneeId, largeur: 110, extensible: 0 },
  { cle: 'part', titre: 'Part mensuelle', type: 'pourcentage', valeur: ({ pourcentage }) => pourcentage, largeur: 120 },
  { cle: 'debutLe', titre: 'Du', type: 'jour', valeur: ({ debutLe }) => debutLe },
  { cle: 'finLe', titre: 'Au', type: 'jour', valeur: ({ finLe }) => finLe },
]

/** The letters that give a fixed monthly share of their time: the proof of the staff costs. */
export function OperationLetters({ affectations }: { affectations: readonly AffectationALOperation[] }) {
  const table = useMemoryTable({
    vues: 'lettresDOperation',
    ofRecord: true,
    label: 'Lettres affectées à l’opération',
    columns,
    rows: affectations,
    rowKey: ({ lettreId, debutLe }) => `${lettreId} ${debutLe}`,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    onOpen: ({ lettreId }) => {
      navigate(paths.lettre.href({ id: lettreId }))
    },
  })
  return (
    <ListSection
      title="Lettres affectées à l’opération"
      description="La part mensuelle fixe de la lettre justifie le temps passé à l’opération."
      table={table}
      empty={
        <EmptyState title="Aucune lettre ne cite cette opération">
          La part de temps d’un agent se fixe dans sa lettre de mission, rubrique FSE.
        </EmptyState>
      }
    />
  )
}
