import type { LettreDAgent } from '../../../shared/domain/agent/agent.contract'
import { majusculeInitiale } from '../../../shared/text'
import { colonneEtatLettre } from '../../etat-lettre'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { EmptyState } from '../../ui/empty-state'
import { navigate } from '../../ui/router'
import { champDe, type Column } from '../../ui/table/column'
import classes from './agent.module.css'

const champ = champDe('lettreDeMission')

const columns: readonly Column<LettreDAgent>[] = [
  { cle: 'annee', titre: 'Année', valeur: ({ anneeId }) => anneeId, largeur: 110, extensible: 0, principale: true },
  { cle: 'role', titre: 'Rôle', valeur: ({ role }) => majusculeInitiale(role), largeur: 200 },
  {
    cle: 'texte',
    titre: 'Texte',
    valeur: ({ texte }) => texte,
    largeur: 170,
    extensible: 0,
  },
  {
    ...colonneEtatLettre,
    largeur: 150,
    cellule: champ('etat'),
  },
  {
    cle: 'effet',
    titre: 'Effet',
    type: 'jour',
    valeur: ({ dateEffetLe }) => dateEffetLe,
    cellule: champ('dateEffetLe'),
  },
  { cle: 'fin', titre: 'Fin', type: 'jour', valeur: ({ finLe }) => finLe, cellule: champ('finLe') },
  { cle: 'signee', titre: 'Signée', type: 'jour', valeur: ({ signeeLe }) => signeeLe, cellule: champ('signeeLe') },
]

/** Every letter of the person, year by year, avenants included. */
export function LettresTab({ lettres }: { lettres: readonly LettreDAgent[] }) {
  const table = useMemoryTable({
    vues: 'lettresDAgent',
    ofRecord: true,
    label: 'Lettres de mission de l’agent',
    columns,
    rows: lettres,
    rowKey: ({ id }) => id,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    onOpen: ({ id }) => navigate(paths.lettre.href({ id })),
  })
  return (
    <div className={classes.column}>
      <ListSection
        title="Lettres de mission"
        table={table}
        empty={
          <EmptyState title="Aucune lettre de mission">
            Les lettres s’établissent depuis l’écran Lettres de mission.
          </EmptyState>
        }
      />
    </div>
  )
}
