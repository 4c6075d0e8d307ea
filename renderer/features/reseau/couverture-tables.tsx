import type { CouvertureReseaux, EtablissementDeReseau } from '../../../shared/domain/reseau/reseau.contract'
import { nomDepartement } from '../../../shared/departements'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { EmptyState } from '../../ui/empty-state'
import { navigate } from '../../ui/router'
import type { Column } from '../../ui/table/column'
import { Rattacher } from './rattacher'

type Double = CouvertureReseaux['enDouble'][number]
type SansCoordonnateur = CouvertureReseaux['sansCoordonnateur'][number]

/** Columns of an établissement, whatever row holds it. */
const colonnesEtablissement = <Row,>(de: (row: Row) => EtablissementDeReseau): readonly Column<Row>[] => [
  { cle: 'nom', titre: 'Établissement', valeur: (row) => de(row).nom, largeur: 260, extensible: 2, principale: true },
  { cle: 'uai', titre: 'UAI', valeur: (row) => de(row).uai, largeur: 92, extensible: 0 },
  {
    cle: 'type',
    titre: 'Type',
    type: 'liste',
    valeur: (row) => de(row).type,
    largeur: 120,
    extensible: 1,
    groupable: true,
  },
  { cle: 'commune', titre: 'Commune', valeur: (row) => de(row).commune, largeur: 160 },
]

const sansReseauColumns: readonly Column<EtablissementDeReseau>[] = [
  ...colonnesEtablissement((etablissement: EtablissementDeReseau) => etablissement),
  {
    cle: 'departement',
    titre: 'Département',
    type: 'liste',
    valeur: ({ departement }) => nomDepartement(departement),
    largeur: 150,
    groupable: true,
  },
]
const doubleColumns: readonly Column<Double>[] = [
  ...colonnesEtablissement(({ etablissement }: Double) => etablissement),
  { cle: 'type-reseau', titre: 'Type de réseau', valeur: ({ type }) => type, largeur: 130, extensible: 0 },
  {
    cle: 'reseaux',
    titre: 'Réseaux',
    valeur: ({ reseaux }) => reseaux.map(({ nom }) => nom).join(', '),
    rendu: ({ reseaux }) =>
      reseaux.map(({ id, nom }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={paths.reseau.href({ id })}>{nom}</a>
        </span>
      )),
    largeur: 240,
    extensible: 2,
  },
]
const sansCoordonnateurColumns: readonly Column<SansCoordonnateur>[] = [
  { cle: 'nom', titre: 'Réseau', valeur: ({ nom }) => nom, largeur: 260, extensible: 2, principale: true },
  { cle: 'code', titre: 'Code', valeur: ({ code }) => code, largeur: 120 },
  { cle: 'type', titre: 'Type', valeur: ({ type }) => type, largeur: 120 },
  { cle: 'bassin', titre: 'Bassin', valeur: ({ bassin }) => bassin, largeur: 160 },
  { cle: 'membres', titre: 'Membres', type: 'nombre', valeur: ({ nombreMembres }) => nombreMembres },
]

export function SansReseauTable({ rows }: { rows: readonly EtablissementDeReseau[] }) {
  const table = useMemoryTable({
    vues: 'sansReseau',
    label: 'Établissements sans réseau',
    columns: sansReseauColumns,
    rows,
    rowKey: ({ id }) => id,
    noun: { un: 'établissement', plusieurs: 'établissements' },
    selectable: true,
    onOpen: ({ id }) => navigate(paths.etablissement.href({ id })),
  })
  return (
    <ListSection
      title="Établissements sans réseau"
      table={table}
      search
      bulk={<Rattacher etablissements={table.selectedRows} onDone={table.clearSelection} />}
      empty={<EmptyState title="Tous sont dans un réseau" />}
    />
  )
}

export function DoublesTable({ rows }: { rows: readonly Double[] }) {
  const table = useMemoryTable({
    vues: 'dansPlusieursReseaux',
    label: 'Établissements dans plusieurs réseaux',
    columns: doubleColumns,
    rows,
    rowKey: ({ etablissement }) => etablissement.id,
    noun: { un: 'établissement', plusieurs: 'établissements' },
    onOpen: ({ etablissement }) => navigate(paths.etablissement.href({ id: etablissement.id })),
  })
  return (
    <ListSection
      title="Établissements dans plusieurs réseaux du même type"
      table={table}
      search
      empty={<EmptyState title="Aucun n’est dans deux réseaux" />}
    />
  )
}

export function SansCoordonnateurTable({ rows }: { rows: readonly SansCoordonnateur[] }) {
  const table = useMemoryTable({
    vues: 'reseauxSansCoordonnateur',
    label: 'Réseaux sans coordonnateur',
    columns: sansCoordonnateurColumns,
    rows,
    rowKey: ({ id }) => id,
    noun: { un: 'réseau', plusieurs: 'réseaux' },
    onOpen: ({ id }) => navigate(paths.reseau.href({ id })),
  })
  return (
    <ListSection
      title="Réseaux sans coordonnateur"
      table={table}
      search
      empty={<EmptyState title="Chaque réseau a son coordonnateur" />}
    />
  )
}
