import type { LettreDeReseau } from '../../../shared/domain/reseau/reseau.contract'
import { majusculeInitiale } from '../../../shared/text'
import { colonneEtatLettre } from '../../etat-lettre'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { navigate } from '../../ui/router'
import { champDe, type Column } from '../../ui/table/column'
import classes from './reseau.module.css'

const columns: readonly Column<LettreDeReseau>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 220, principale: true },
  { cle: 'role', titre: 'Rôle', valeur: ({ role }) => majusculeInitiale(role), largeur: 260 },
  {
    ...colonneEtatLettre,
    largeur: 160,
    cellule: champDe('lettreDeMission')('etat'),
  },
]

/** The letters of the year that name the network. */
export function LettresTab({ lettres }: { lettres: readonly LettreDeReseau[] }) {
  const anneeId = useAnneeId()
  const table = useMemoryTable({
    vues: 'lettresDeReseau',
    ofRecord: true,
    label: 'Lettres qui nomment le réseau',
    columns,
    rows: lettres,
    rowKey: ({ id }) => id,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    onOpen: ({ id }) => navigate(paths.lettre.href({ id })),
  })
  return (
    <div className={classes.column}>
      <ListSection
        title={`Lettres de mission ${anneeId} qui le nomment`}
        table={table}
        empty={<EmptyState title="Aucune lettre ne le nomme" />}
      />
    </div>
  )
}
