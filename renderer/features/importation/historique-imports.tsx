import type { ImportListe } from '../../../shared/domain/importation/importation.contract'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { EmptyState } from '../../ui/empty-state'
import { navigate } from '../../ui/router'
import { State } from '../../ui/state'
import type { Column } from '../../ui/table/column'
import { quand } from './bandeaux'
import { direTaille } from './phrases'

const columns: readonly Column<ImportListe>[] = [
  {
    cle: 'nomFichier',
    titre: 'Fichier',
    valeur: ({ nomFichier }) => nomFichier,
    largeur: 240,
    extensible: 2,
    principale: true,
  },
  {
    cle: 'importeAt',
    titre: 'Importé',
    valeur: ({ importeAt }) => importeAt,
    rendu: ({ importeAt }) => quand(importeAt),
    largeur: 180,
    extensible: 0,
  },
  { cle: 'qui', titre: 'Par', valeur: ({ qui }) => qui, largeur: 100 },
  {
    cle: 'anneeId',
    titre: 'Année',
    valeur: ({ anneeId, genre }) => anneeId ?? (genre === 'annuaire' ? 'Annuaire' : ''),
    largeur: 96,
    extensible: 0,
  },
  { cle: 'creees', titre: 'Créées', type: 'nombre', valeur: ({ creees }) => creees, largeur: 76 },
  { cle: 'modifiees', titre: 'Modifiées', type: 'nombre', valeur: ({ modifiees }) => modifiees, largeur: 90 },
  {
    cle: 'laissees',
    titre: 'Laissées',
    type: 'nombre',
    valeur: ({ refusees, doublons, decochees }) => refusees + doublons + decochees,
    largeur: 84,
  },
  {
    cle: 'taille',
    titre: 'Taille',
    type: 'nombre',
    valeur: ({ taille }) => taille,
    rendu: ({ taille }) => direTaille(taille),
    largeur: 84,
  },
  {
    cle: 'etat',
    titre: 'État',
    type: 'etat',
    valeur: ({ tient }) => (tient ? 'En place' : 'Annulé'),
    rendu: ({ tient }) => <State tone={tient ? 'succes' : 'neutre'}>{tient ? 'En place' : 'Annulé'}</State>,
    largeur: 100,
  },
]

/** Every import, newest first; opening one shows its report. */
export function HistoriqueImports({ faits }: { faits: readonly ImportListe[] | undefined }) {
  const table = useMemoryTable({
    vues: 'imports',
    label: 'Imports déjà faits',
    columns,
    rows: faits,
    rowKey: ({ id }) => id,
    noun: { un: 'import', plusieurs: 'imports' },
    onOpen: ({ id }) => navigate(paths.importFait.href({ id })),
  })
  return (
    <ListSection
      title="Imports déjà faits"
      description="Chacun garde son rapport, et s’annule depuis son rapport."
      table={table}
      empty={<EmptyState title="Aucun import encore">Le premier laissera ici son rapport.</EmptyState>}
    />
  )
}
