import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../../renderer/ui/empty-state'
import { DetailPane, Page, SplitPane } from '../../../renderer/ui/page'
import { Diff, State } from '../../../renderer/ui/state'
import type { Column } from '../../../renderer/ui/table/column'
import { DataTable } from '../../../renderer/ui/table/data-table'
import { TableFilters } from '../../../renderer/ui/table/table-filters'
import { useDataTable } from '../../../renderer/ui/table/use-data-table'

interface Ligne {
  id: string
  agent: string
  role: string
  quotite: number
  heures: number
  sens: 'ajout' | 'modification' | 'retrait'
  quoi: string
}

const noms = [
  'ALBERT Inès',
  'ZOLA Xavier',
  'OLIVE Hervé',
  'PERRIN Karine',
  'BEN ÉMIR Loïc',
  'VIDAL Thomas',
  'ŒILLET Maud',
  'ÉTIENNE Zoé',
]
const roles = ['Coordonnatrice de réseau', 'ECMLDS', 'Formateur', 'Coordonnatrice de dispositif relais']
const sens = ['ajout', 'modification', 'retrait'] as const

const lignes = (n: number): Ligne[] =>
  Array.from({ length: n }, (_, i) => ({
    id: String(i),
    agent: n > 100 ? `${noms[i % noms.length] ?? ''} ${i}` : (noms[i % noms.length] ?? ''),
    role: roles[i % roles.length] ?? '',
    quotite: [100, 100, 75, 50, 80][i % 5] ?? 100,
    heures: [1404, 1123.2, 702, 1285.6][i % 4] ?? 1404,
    sens: sens[i % 3] ?? 'ajout',
    quoi: ['LP Brizeux', '80 %', 'Collège Prévert'][i % 3] ?? '',
  }))

const columns: Column<Ligne>[] = [
  { cle: 'agent', titre: 'Agent', valeur: (l) => l.agent, largeur: 170, principale: true },
  { cle: 'role', titre: 'Rôle', valeur: (l) => l.role, largeur: 170 },
  { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', valeur: (l) => l.quotite },
  { cle: 'heures', titre: 'Heures dues', type: 'heures', valeur: (l) => l.heures, total: 'somme' },
  {
    cle: 'quoi',
    titre: 'Ce qui change depuis 2025-2026',
    valeur: (l) => l.quoi,
    largeur: 220,
    extensible: 2,
    rendu: (l) => <Diff sign={l.sens} before={l.quoi} after={l.sens === 'modification' ? '100 %' : l.quoi} />,
  },
]

export function LettresDemo() {
  const [rows] = useState(() => lignes(7))
  const [shown, setShown] = useState<Ligne | undefined>(rows[0])
  const table = useDataTable({
    label: 'Lettres de mission',
    columns,
    rows,
    rowKey: (l) => l.id,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    chips: [
      { cle: 'modif', titre: 'Modifiées', garde: (l) => l.sens === 'modification' },
      { cle: 'ajout', titre: 'Nouvelles', garde: (l) => l.sens === 'ajout' },
      { cle: 'expl', titre: 'À expliquer', garde: (l) => l.quotite < 60 },
    ],
    selectable: true,
    onActive: setShown,
    onOpen: setShown,
  })
  const detail = shown && (
    <DetailPane
      title={shown.agent}
      subtitle={`${shown.role} · Rennes`}
      onClose={() => setShown(undefined)}
      actions={
        <>
          <Button>Accepter</Button>
          <Button variant="default">Modifier</Button>
          <Button variant="default">Aperçu PDF</Button>
        </>
      }
    >
      <p>
        <State tone="succes">Total = heures dues</State> <State tone="attention">1 signataire sans date</State>
      </p>
    </DetailPane>
  )
  return (
    <Page
      title="Campagne 2026-2027"
      state="46 lettres proposées : 31 reconduites sans changement, 11 modifiées, 4 nouvelles. 3 agents sans lettre. Rentrée dans 38 jours."
      filters={<TableFilters table={table} />}
      actions={
        <>
          <Button variant="default">Exporter</Button>
          <Button variant="default">Aperçu</Button>
          <Button>Accepter les 31 reconduites</Button>
        </>
      }
    >
      <SplitPane detail={detail ?? null} width={340}>
        <DataTable
          table={table}
          empty={<EmptyState title="Aucune lettre" />}
          bulk={<Button size="compact-sm">Accepter les {table.selectedCount} lettres</Button>}
        />
      </SplitPane>
    </Page>
  )
}

export function GrandeListeDemo() {
  const [loaded, setLoaded] = useState(false)
  const rows = useMemo(() => (loaded ? lignes(100_000) : undefined), [loaded])
  const table = useDataTable({
    label: 'Grande liste',
    columns,
    rows,
    rowKey: (l) => l.id,
    noun: { un: 'ligne', plusieurs: 'lignes' },
    selectable: true,
    chips: [{ cle: 'modif', titre: 'Modifiées', garde: (l) => l.sens === 'modification', tone: 'info' }],
  })
  return (
    <Page
      title="Cent mille lignes"
      state="Tri, filtre et défilement doivent rester immédiats."
      filters={<TableFilters table={table} />}
      actions={<Button onClick={() => setLoaded(true)}>Charger 100 000 lignes</Button>}
    >
      <DataTable table={table} compact empty={<EmptyState title="Rien" />} />
    </Page>
  )
}
