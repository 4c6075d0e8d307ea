import { Button } from '@mantine/core'
import { EmptyState } from '../../../renderer/ui/empty-state'
import { Page } from '../../../renderer/ui/page'
import { DiffValue } from '../../../renderer/ui/state'
import type { CellNote } from '../../../renderer/ui/table/cell-notes'
import type { Column } from '../../../renderer/ui/table/column'
import { DataTable } from '../../../renderer/ui/table/data-table'
import { TableFilters } from '../../../renderer/ui/table/table-filters'
import { useDataTable } from '../../../renderer/ui/table/use-data-table'
import type { DiffSign } from '../../../renderer/ui/tone'

interface Ligne {
  ligne: number
  nom: string
  statut: string
  quotite: number
  avant?: number
  uai: string
  fin: string
  sens: DiffSign | undefined
}

const rows: Ligne[] = [
  { ligne: 5, nom: 'PERRIN Karine', statut: 'CDI', quotite: 50, uai: '0350001G', fin: '2026-08-31', sens: 'ajout' },
  { ligne: 6, nom: 'BEN ÉMIR Loïc', statut: 'Titulaire', quotite: 100, uai: '0350002F', fin: '', sens: 'ajout' },
  { ligne: 9, nom: 'ALBERT Inès', statut: 'Titulaire', quotite: 90, uai: '0350003K', fin: '', sens: 'retrait' },
  {
    ligne: 11,
    nom: 'OLIVE Hervé',
    statut: 'CDD',
    quotite: 75,
    avant: 80,
    uai: '0350004A',
    fin: '2026-06-04',
    sens: 'modification',
  },
  { ligne: 12, nom: 'VIDAL Thomas', statut: 'Titulaire', quotite: 80, uai: '0350005G', fin: '', sens: undefined },
]

const columns: Column<Ligne>[] = [
  { cle: 'ligne', titre: 'Ligne', type: 'nombre', valeur: (l) => l.ligne, largeur: 60 },
  { cle: 'nom', titre: 'Nom', valeur: (l) => l.nom, principale: true },
  { cle: 'statut', titre: 'Statut', valeur: (l) => l.statut },
  {
    cle: 'quotite',
    titre: 'Quotité',
    type: 'pourcentage',
    valeur: (l) => l.quotite,
    largeur: 130,
    rendu: (l) =>
      l.avant === undefined ? `${l.quotite} %` : <DiffValue before={`${l.avant} %`} after={`${l.quotite} %`} />,
  },
  { cle: 'uai', titre: 'UAI', valeur: (l) => l.uai },
  { cle: 'fin', titre: 'Fin de contrat', type: 'jour', valeur: (l) => l.fin },
]

const notesOf = ({ sens }: Ligne): readonly CellNote[] =>
  sens === 'retrait'
    ? [
        {
          key: 'uai',
          cle: 'uai',
          tone: 'erreur',
          sentence: (
            <>
              G9 · « 0350003K » : la lettre-clé devrait être <strong>M</strong>.
            </>
          ),
          actions: (
            <Button size="compact-sm" variant="default">
              Corriger en 0350003M
            </Button>
          ),
        },
      ]
    : []

export function ImportDemo() {
  const table = useDataTable({
    label: 'Aperçu de l’import',
    columns,
    rows,
    rowKey: (l) => String(l.ligne),
    noun: { un: 'ligne', plusieurs: 'lignes' },
    selectable: true,
    chips: [
      { cle: 'a', titre: 'Nouvelles', tone: 'succes', garde: (l) => l.sens === 'ajout' },
      { cle: 'm', titre: 'Modifiées', tone: 'info', garde: (l) => l.sens === 'modification' },
      { cle: 'i', titre: 'Inchangées', garde: (l) => l.sens === undefined },
      { cle: 'r', titre: 'À corriger', tone: 'erreur', garde: (l) => l.sens === 'retrait' },
      { cle: 'd', titre: 'Doublon possible', tone: 'attention', garde: () => false },
    ],
  })
  return (
    <Page
      title="Importer des agents"
      state="suivi.xlsx · feuille « Personnels » · en-têtes trouvés ligne 4 · 14 colonnes reconnues"
      filters={<TableFilters table={table} />}
      actions={
        <>
          <Button variant="default">Colonnes…</Button>
          <Button>Importer 45 agents</Button>
        </>
      }
    >
      <DataTable table={table} empty={<EmptyState title="Aucune ligne" />} rowTone={(l) => l.sens} notesOf={notesOf} />
    </Page>
  )
}
