import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { listerEtablissements } from '../../../shared/domain/etablissement/etablissement.contract'
import { sansReseau } from '../../../shared/domain/etablissement/etablissement.liste'
import { decoderListe, type EtablissementDeListe } from '../../../shared/domain/etablissement/liste'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Page, SplitPane } from '../../ui/page'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { useDataTable } from '../../ui/table/use-data-table'
import { choisirAnnuaire } from './choisir-annuaire'
import { colonnesUtiles, etablissementChips } from './etablissement-columns'
import { EtablissementPane } from './etablissement-pane'
import { NouvelEtablissement } from './nouvel-etablissement'
import { useEcriture } from './use-ecriture'

/** The établissements of the register, and which are in no network. */
export function EtablissementListPage({ filtre }: { filtre: string | undefined }) {
  const anneeId = useAnneeId()
  const { data, error, refetch } = useOperation(listerEtablissements, { anneeId }, { keepPrevious: true })
  const rows = useMemo(() => data && decoderListe(data), [data])
  const columns = useMemo(() => colonnesUtiles(rows ?? []), [rows])
  const chips = useMemo(() => etablissementChips(rows ?? []), [rows])
  const [choisiId, setChoisiId] = useState<string>()
  const [creating, setCreating] = useState(false)
  const ecrire = useEcriture()
  const table = useDataTable({
    label: 'Établissements',
    columns,
    rows,
    rowKey: ({ id }) => id,
    noun: { un: 'établissement', plusieurs: 'établissements' },
    chips,
    memory: 'etablissements',
    selectable: true,
    onWrite: ecrire,
    ...(filtre !== undefined && { activeChips: [filtre] }),
    onOpen: ({ id }) => navigate(paths.etablissement.href({ id })),
    onActive: (etablissement) => etablissement && setChoisiId(etablissement.id),
  })
  if (error) return <ErrorState error={error} retry={refetch} />
  const choisi = choisiId === undefined ? undefined : rows?.find(({ id }) => id === choisiId)
  return (
    <Page
      title="Établissements"
      state={rows ? phrase(rows) : 'Lecture des établissements…'}
      filters={<TableFilters table={table} />}
      actions={
        <>
          <Button variant="default" onClick={() => setCreating(true)}>
            Ajouter…
          </Button>
          <Button onClick={() => void choisirAnnuaire()}>Importer l’annuaire…</Button>
        </>
      }
    >
      <SplitPane detail={choisi ? <EtablissementPane id={choisi.id} onClose={() => setChoisiId(undefined)} /> : null}>
        <DataTable table={table} empty={<Vide />} />
      </SplitPane>
      {creating && <NouvelEtablissement onClose={() => setCreating(false)} />}
    </Page>
  )
}

function Vide() {
  return (
    <EmptyState
      title="Aucun établissement"
      action={<Button onClick={() => void choisirAnnuaire()}>Importer l’annuaire…</Button>}
    >
      Importez l’annuaire de l’éducation (fichier CSV de data.education.gouv.fr) : vous verrez ce qu’il contient avant
      que rien ne soit écrit.
    </EmptyState>
  )
}

function phrase(etablissements: readonly EtablissementDeListe[]): string {
  if (etablissements.length === 0) return 'Le registre ne tient encore aucun établissement.'
  const fermes = etablissements.filter(({ etat }) => etat === 'ferme').length
  const ouverts = etablissements.length - fermes
  const sans = etablissements.filter(sansReseau).length
  return [
    `${compte(ouverts, 'établissement ouvert', 'établissements ouverts')}.`,
    sans === 0
      ? 'Tous ceux à couvrir sont dans un réseau FOQUALE.'
      : `${compte(sans, 'collège, lycée ou EREA public', 'collèges, lycées et EREA publics')} sans réseau FOQUALE.`,
    fermes === 0 ? '' : `${compte(fermes, 'fermé')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
