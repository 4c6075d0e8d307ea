import { semainesParAn } from '../../../shared/domain/lettre-de-mission/controle'
import type { FaitsDuBilan, SyntheseDeDomaine } from '../../../shared/domain/bilan/bilan'
import type { CleDeTableau } from '../../../shared/domain/liste/tableaux'
import type { TableDuBilan } from '../../../shared/domain/bilan/chiffres'
import { TableTools } from '../../liste/table-tools'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { EmptyState } from '../../ui/empty-state'
import { navigate } from '../../ui/router'
import type { Column } from '../../ui/table/column'
import { DataTable } from '../../ui/table/data-table'
import type { Chip } from '../../ui/table/filter'
import { TableFilters } from '../../ui/table/table-filters'
import { agents, couverture, etablissements, fse, lettres, reseaux, type LigneOuvrable } from './colonnes'
import classes from './bilan.module.css'

/** The rows that the bilan counts, table by table: the same as the workbook's sheets. */
export function TableDuBilanView({ table, faits }: { table: TableDuBilan; faits: FaitsDuBilan }) {
  switch (table) {
    case 'agents':
      return (
        <Rows
          vues="bilan.agents"
          label="Agents et ETP"
          noun={{ un: 'affectation', plusieurs: 'affectations' }}
          {...agents(faits)}
        />
      )
    case 'reseaux':
      return (
        <Rows vues="bilan.reseaux" label="Réseaux" noun={{ un: 'réseau', plusieurs: 'réseaux' }} {...reseaux(faits)} />
      )
    case 'etablissements':
      return (
        <Rows
          vues="bilan.etablissements"
          label="Établissements touchés"
          noun={{ un: 'établissement', plusieurs: 'établissements' }}
          {...etablissements(faits)}
        />
      )
    case 'couverture':
      return (
        <Rows
          vues="bilan.couverture"
          label="Couverture"
          noun={{ un: 'constat', plusieurs: 'constats' }}
          {...couverture(faits)}
        />
      )
    case 'lettres':
      return (
        <Rows
          vues="bilan.lettres"
          label="Lettres de mission"
          noun={{ un: 'lettre', plusieurs: 'lettres' }}
          {...lettres(faits)}
        />
      )
    case 'synthese':
      return <Synthese synthese={faits.synthese} />
    case 'fse':
      return <Rows vues="bilan.fse" label="Budget FSE" noun={{ un: 'ligne', plusieurs: 'lignes' }} {...fse(faits)} />
  }
}

const entier = (cle: keyof SyntheseDeDomaine, titre: string): Column<SyntheseDeDomaine> => ({
  cle,
  titre,
  type: 'nombre',
  valeur: (ligne) => ligne[cle],
  total: 'somme',
  largeur: 110,
})

const colonnesSynthese: readonly Column<SyntheseDeDomaine>[] = [
  { cle: 'domaine', titre: 'Domaine', valeur: ({ domaine }) => domaine, largeur: 220, principale: true },
  { cle: 'lettres', titre: 'Lettres', type: 'nombre', valeur: ({ lettres: nombre }) => nombre },
  {
    cle: 'heures',
    titre: 'Heures dans l’année',
    type: 'heures',
    valeur: ({ heures }) => heures,
    total: 'somme',
    largeur: 150,
    aide: `Les heures d’une semaine sont comptées pour ${semainesParAn} semaines.`,
  },
  entier('objectifs', 'Objectifs'),
  entier('atteints', 'Atteints'),
  entier('enPartie', 'En partie'),
  entier('nonAtteints', 'Non atteints'),
  { ...entier('nonRenseignes', 'Non renseignés'), largeur: 120 },
]

/** What the letters and their objectives came to, by domaine. */
function Synthese({ synthese }: { synthese: readonly SyntheseDeDomaine[] }) {
  const table = useMemoryTable({
    vues: 'bilan.synthese',
    label: 'Synthèse par domaine',
    columns: colonnesSynthese,
    rows: synthese,
    rowKey: ({ domaine }) => domaine,
    noun: { un: 'domaine', plusieurs: 'domaines' },
  })
  return (
    <div className={classes.view}>
      <TableFilters table={table} tools={<TableTools table={table} />} />
      <DataTable table={table} empty={<EmptyState title="Aucune heure ni aucun objectif réparti par domaine" />} />
    </div>
  )
}

interface RowsProps<Row extends LigneOuvrable> {
  vues: CleDeTableau
  label: string
  noun: { un: string; plusieurs: string }
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  chips?: readonly Chip<Row>[]
}

function Rows<Row extends LigneOuvrable>({ vues, label, noun, columns, rows, chips = [] }: RowsProps<Row>) {
  const table = useMemoryTable({
    vues,
    label,
    columns,
    rows,
    rowKey: ({ cle }) => cle,
    noun,
    chips,
    onOpen: ({ ouvre }) => {
      navigate(paths[ouvre.fiche].href({ id: ouvre.id }))
    },
  })
  return (
    <div className={classes.view}>
      <TableFilters table={table} tools={<TableTools table={table} />} />
      <DataTable
        table={table}
        empty={<EmptyState title="Rien à montrer ici">Aucune ligne de l’année n’entre dans ce tableau.</EmptyState>}
      />
    </div>
  )
}
