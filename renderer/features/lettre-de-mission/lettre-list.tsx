import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  listerServicesSansLettre,
  type LettreListee,
  type ServiceSansLettre,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { motEnAttente } from '../../../shared/domain/lettre-de-mission/etats'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { useChosen } from '../../liste/at-hand'
import { SelectionMenu } from '../../liste/choisies/selection-menu'
import { ListeTools } from '../../liste/liste-tools'
import { useRemoteTable } from '../../liste/use-remote-table'
import { type Resume, useResume } from '../../liste/use-resume'
import { paths } from '../../paths'
import { ReconduireAnnee, useAnneeAReconduire } from '../../reconduction/reconduire-annee'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Page, SplitPane } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { EnvoiEnCours } from './envoi-menu'
import { ExportMenu } from './export-menu'
import { comptesDesLettres, lettreChips, lettreColumns } from './lettre-columns'
import { lettresEtAvenants } from './libelles'
import { OngletsLettres } from './onglets-lettres'
import { LettrePane } from './lettre-pane'
import { SurLesChoisies } from './sur-les-choisies'
import { ServicesSansLettre } from './services-sans-lettre'
import { useCreerManquantes } from './use-creer-manquantes'
import { useEnvoi } from './use-envoi'
import { useExportLettres } from './use-export-lettres'

/** The letters of the year: where each one stands, what is wrong in it, what is missing. */
export function LettreListPage({ filtre }: { filtre: string | undefined }) {
  const anneeId = useAnneeId()
  const sansLettre = useOperation(listerServicesSansLettre, { anneeId }).data
  const manquantes = (sansLettre ?? []).filter(({ modele }) => modele !== null)
  const { choose, current } = useChosen<LettreListee>()
  const [voirSansLettre, setVoirSansLettre] = useState(false)
  const exporter = useExportLettres(anneeId)
  const envoi = useEnvoi(anneeId)
  const creer = useCreerManquantes(anneeId)
  const contexte = useMemo(() => ({ anneeId, sansAffectation: false }), [anneeId])
  const resume = useResume('lettres', contexte, comptesDesLettres)
  const remote = useRemoteTable<LettreListee>({
    liste: 'lettres',
    contexte,
    label: 'Lettres de mission',
    columns: lettreColumns,
    memory: 'lettres',
    noun: { un: 'texte', plusieurs: 'textes' },
    chips: lettreChips,
    ...(filtre !== undefined && { activeChips: [filtre] }),
    selectable: true,
    onOpen: ({ id }) => navigate(paths.lettre.href({ id })),
    onActive: (lettre) => lettre && choose(lettre),
  })
  const { table, demand, selected, error, refetch } = remote
  if (error) return <ErrorState error={error} retry={refetch} />
  const choisie = current(table)
  return (
    <Page
      title={`Lettres de mission ${anneeId}`}
      state={resume ? phrase(resume, manquantes) : 'Lecture des lettres…'}
      tabs={<OngletsLettres actuel="lettres" />}
      filters={<TableFilters table={table} tools={<ListeTools liste="lettres" table={table} demand={demand} />} />}
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
          {resume?.comptes['actives'] !== 0 && (
            <ExportMenu
              exporter={exporter}
              nombre={resume?.comptes['actives'] ?? 0}
              principal={manquantes.length === 0}
            />
          )}
          {manquantes.length > 0 && (
            <Button loading={creer.running} onClick={() => void creer.run()}>
              Créer {compte(manquantes.length, 'lettre manquante', 'lettres manquantes')}
            </Button>
          )}
        </>
      }
    >
      <LongWork title="Export des lettres" work={exporter.work} />
      <EnvoiEnCours envoi={envoi} />
      <SplitPane
        width={340}
        detail={choisie ? <LettrePane lettre={choisie} exporter={exporter} onClose={() => choose(undefined)} /> : null}
      >
        <DataTable
          table={table}
          bulk={
            <>
              <SurLesChoisies {...{ selected, exporter, envoi }} onDone={table.clearSelection} />
              <SelectionMenu remote={remote} />
            </>
          }
          empty={<Vide anneeId={anneeId} manquantes={manquantes} creer={creer} />}
        />
      </SplitPane>
      {voirSansLettre && (
        <ServicesSansLettre services={sansLettre ?? []} creer={creer} onClose={() => setVoirSansLettre(false)} />
      )}
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
  const depuis = useAnneeAReconduire(anneeId)
  if (depuis !== null) {
    return (
      <EmptyState title={`Aucune lettre pour ${anneeId}`} action={<ReconduireAnnee depuis={depuis} />}>
        Une lettre se rédige à partir d’une affectation : reconduisez d’abord celles de {depuis}.
      </EmptyState>
    )
  }
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

function phrase({ ensemble, comptes }: Resume, manquantes: readonly ServiceSansLettre[]): string {
  const { actives = 0, avenants = 0, brouillons = 0, enAttente = 0, signees = 0, aCorriger = 0 } = comptes
  const parts = [
    [brouillons, 'brouillon', 'brouillons'],
    [enAttente, motEnAttente.toLowerCase(), motEnAttente.toLowerCase()],
    [signees, 'signée', 'signées'],
    [aCorriger, 'à corriger', 'à corriger'],
  ] as const
  const detail = parts
    .flatMap(([nombre, un, plusieurs]) => (nombre === 0 ? [] : [compte(nombre, un, plusieurs)]))
    .join(', ')
  const reste = manquantes.length === 0 ? '' : ` ${compte(manquantes.length, 'service')} sans lettre.`
  const passes = ensemble - actives - avenants
  const anciens = passes === 0 ? '' : ` ${compte(passes, 'texte remplacé ou annulé', 'textes remplacés ou annulés')}.`
  if (actives === 0) return `Aucune lettre cette année.${anciens}${reste}`
  return `${lettresEtAvenants(actives, avenants)} : ${detail}.${anciens}${reste}`
}
