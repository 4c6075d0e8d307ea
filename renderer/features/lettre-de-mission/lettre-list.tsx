import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { estBloque } from '../../../shared/constat'
import { attendSignature, estFigee } from '../../../shared/domain/lettre-de-mission/etats'
import {
  listerLettres,
  listerServicesSansLettre,
  type LettreListee,
  type ServiceSansLettre,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { listeLettres } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.liste'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { enrichColumns } from '../../liste/columns'
import { demandOf, ListeTools } from '../../liste/liste-tools'
import { useWriting } from '../../liste/use-writing'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Page, SplitPane } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { useDataTable } from '../../ui/table/use-data-table'
import { ActionsEnLot } from './actions-en-lot'
import { ExportDesChoisies, ExportMenu } from './export-menu'
import { lettreChips, lettreColumns } from './lettre-columns'
import { OngletsLettres } from './onglets-lettres'
import { LettrePane } from './lettre-pane'
import { ServicesSansLettre } from './services-sans-lettre'
import { useCreerManquantes } from './use-creer-manquantes'
import { useExportLettres } from './use-export-lettres'

const colonnes = enrichColumns(lettreColumns, listeLettres)

/** The letters of the year: where each one stands, what is wrong in it, what is missing. */
export function LettreListPage({ filtre }: { filtre: string | undefined }) {
  const anneeId = useAnneeId()
  const query = useOperation(listerLettres, { anneeId }, { keepPrevious: true })
  const sansLettre = useOperation(listerServicesSansLettre, { anneeId }).data
  const manquantes = (sansLettre ?? []).filter(({ modele }) => modele !== null)
  const [choisieId, setChoisieId] = useState<string>()
  const [voirSansLettre, setVoirSansLettre] = useState(false)
  const exporter = useExportLettres(anneeId)
  const creer = useCreerManquantes(anneeId)
  const contexte = useMemo(() => ({ anneeId, sansAffectation: false }), [anneeId])
  const ecrire = useWriting<LettreListee>('lettres', contexte)
  const table = useDataTable({
    label: 'Lettres de mission',
    columns: colonnes,
    memory: 'lettres',
    onWrite: ecrire,
    rows: query.data,
    rowKey: ({ id }) => id,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    chips: lettreChips,
    ...(filtre !== undefined && { activeChips: [filtre] }),
    selectable: true,
    onOpen: ({ id }) => navigate(paths.lettre.href({ id })),
    onActive: (lettre) => lettre && setChoisieId(lettre.id),
  })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  const choisie = query.data?.find(({ id }) => id === choisieId)
  const lettres = query.data ?? []
  return (
    <Page
      title={`Lettres de mission ${anneeId}`}
      state={query.data ? phrase(query.data, manquantes) : 'Lecture des lettres…'}
      tabs={<OngletsLettres actuel="lettres" />}
      filters={
        <TableFilters
          table={table}
          tools={<ListeTools liste="lettres" table={table} demand={demandOf('lettres', contexte, table)} />}
        />
      }
      actions={
        <>
          <Button variant="default" component="a" href={paths.importClasseur.href({})}>
            Importer…
          </Button>
          {(sansLettre ?? []).length > 0 && (
            <Button variant="default" onClick={() => setVoirSansLettre(true)}>
              Services sans lettre…
            </Button>
          )}
          <ExportMenu
            exporter={exporter}
            nombre={lettres.filter(({ active }) => active === 1).length}
            principal={manquantes.length === 0}
          />
          {manquantes.length > 0 && (
            <Button loading={creer.running} onClick={() => void creer.run()}>
              Créer {compte(manquantes.length, 'lettre manquante', 'lettres manquantes')}
            </Button>
          )}
        </>
      }
    >
      <LongWork title="Export des lettres" work={exporter.work} />
      <SplitPane
        width={340}
        detail={
          choisie ? <LettrePane lettre={choisie} exporter={exporter} onClose={() => setChoisieId(undefined)} /> : null
        }
      >
        <DataTable
          table={table}
          bulk={(rows, clear) => (
            <>
              <ActionsEnLot lettres={rows} onDone={clear} />
              <ExportDesChoisies exporter={exporter} ids={rows.map(({ id }) => id)} onDone={clear} />
            </>
          )}
          empty={<Vide anneeId={anneeId} manquantes={manquantes} creer={creer} />}
        />
      </SplitPane>
      <ServicesSansLettre
        services={sansLettre ?? []}
        opened={voirSansLettre}
        onClose={() => setVoirSansLettre(false)}
      />
    </Page>
  )
}

function Vide({
  anneeId,
  manquantes,
  creer,
}: {
  anneeId: string
  manquantes: readonly ServiceSansLettre[]
  creer: ReturnType<typeof useCreerManquantes>
}) {
  if (manquantes.length === 0) {
    return (
      <EmptyState
        title={`Aucune lettre pour ${anneeId}`}
        action={<Button onClick={() => navigate(paths.agents.href({}))}>Voir les agents</Button>}
      >
        Une lettre se rédige à partir d’une affectation de coordination ou de formation : affectez d’abord les agents.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={`Aucune lettre pour ${anneeId}`}
      action={
        <Button loading={creer.running} onClick={() => void creer.run()}>
          Créer {compte(manquantes.length, 'lettre')}
        </Button>
      }
    >
      {compte(manquantes.length, 'service appelle', 'services appellent')} une lettre : quotité, heures dues, résidence,
      réseaux, visas et signataires sont proposés.
    </EmptyState>
  )
}

function phrase(lettres: readonly LettreListee[], manquantes: readonly ServiceSansLettre[]): string {
  const actives = lettres.filter(({ active }) => active === 1)
  const parts = [
    [actives.filter(({ etat }) => etat === 'brouillon' || etat === 'enConcertation').length, 'brouillon', 'brouillons'],
    [actives.filter(({ etat }) => attendSignature(etat)).length, 'à la signature', 'à la signature'],
    [actives.filter(({ etat }) => estFigee(etat) && !attendSignature(etat)).length, 'signée', 'signées'],
    [actives.filter(({ constats }) => estBloque(constats)).length, 'à corriger', 'à corriger'],
  ] as const
  const detail = parts
    .flatMap(([nombre, un, plusieurs]) => (nombre === 0 ? [] : [compte(nombre, un, plusieurs)]))
    .join(', ')
  const reste = manquantes.length === 0 ? '' : ` ${compte(manquantes.length, 'service')} sans lettre.`
  return actives.length === 0
    ? `Aucune lettre active.${reste}`
    : `${compte(actives.length, 'lettre')} : ${detail}.${reste}`
}
