import type { PersonneDeReseau } from '../../../shared/domain/reseau/reseau.contract'
import { majusculeInitiale } from '../../../shared/text'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { navigate } from '../../ui/router'
import type { Column, StoredCell } from '../../ui/table/column'
import classes from './reseau.module.css'

const champ =
  (nom: string) =>
  ({ affectationId: id }: PersonneDeReseau): StoredCell => ({ table: 'affectation', id, champ: nom })

const columns: readonly Column<PersonneDeReseau>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 220, principale: true },
  { cle: 'role', titre: 'Rôle', valeur: ({ role }) => majusculeInitiale(role), largeur: 260 },
  {
    cle: 'quotite',
    titre: 'Quotité',
    type: 'pourcentage',
    valeur: ({ quotite }) => quotite,
    cellule: champ('quotite'),
  },
  { cle: 'debutLe', titre: 'Du', type: 'jour', valeur: ({ debutLe }) => debutLe, cellule: champ('debutLe') },
  { cle: 'finLe', titre: 'Au', type: 'jour', valeur: ({ finLe }) => finLe, cellule: champ('finLe') },
]

/** Who coordinates and who teaches in the network this year. */
export function PersonnesTab({ personnes }: { personnes: readonly PersonneDeReseau[] }) {
  const anneeId = useAnneeId()
  const table = useMemoryTable({
    vues: 'personnesDeReseau',
    ofRecord: true,
    label: 'Coordonnateurs et formateurs du réseau',
    columns,
    rows: personnes,
    rowKey: ({ affectationId }) => affectationId,
    noun: { un: 'agent', plusieurs: 'agents' },
    onOpen: ({ agentId }) => navigate(paths.agent.href({ id: agentId })),
  })
  return (
    <div className={classes.column}>
      <ListSection
        title={`Coordonnateurs et formateurs ${anneeId}`}
        description="Un agent est rattaché à ses réseaux dans son affectation de l’année."
        table={table}
        empty={
          <EmptyState title={`Personne n’est rattaché à ce réseau en ${anneeId}`}>
            Ouvrez la fiche d’un agent et choisissez ce réseau dans son affectation.
          </EmptyState>
        }
      />
    </div>
  )
}
