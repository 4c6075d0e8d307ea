import type { LettreDeReseau } from '../../../shared/domain/reseau/reseau.contract'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { navigate } from '../../ui/router'
import { Section } from '../../ui/section'
import { champDe, type Column } from '../../ui/table/column'
import { DataTable } from '../../ui/table/data-table'
import { useDataTable } from '../../ui/table/use-data-table'
import classes from './reseau.module.css'

const columns: readonly Column<LettreDeReseau>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 220, principale: true },
  { cle: 'role', titre: 'Rôle', valeur: ({ role }) => role, largeur: 260 },
  {
    cle: 'etat',
    titre: 'État',
    type: 'etat',
    valeur: ({ etat }) => libellesEtatLettre[etat],
    largeur: 160,
    cellule: champDe('lettreDeMission')('etat'),
  },
]

/** The letters of the year that name the network. */
export function LettresTab({ lettres }: { lettres: readonly LettreDeReseau[] }) {
  const anneeId = useAnneeId()
  const table = useDataTable({
    label: 'Lettres qui nomment le réseau',
    columns,
    rows: lettres,
    rowKey: ({ id }) => id,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    onOpen: ({ id }) => navigate(paths.lettre.href({ id })),
  })
  return (
    <div className={classes.column}>
      <Section title={`Lettres de mission ${anneeId} qui le nomment`}>
        <DataTable table={table} height="content" empty={<EmptyState title="Aucune lettre ne le nomme" />} />
      </Section>
    </div>
  )
}
