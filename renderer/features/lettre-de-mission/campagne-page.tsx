import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  accepterPropositions,
  type Campagne,
  expliquerSansLettre,
  lireCampagne,
  type Proposition,
} from '../../../shared/domain/campagne/campagne.contract'
import { acceptables, type GenreProposition } from '../../../shared/domain/campagne/proposition'
import { joursEntre } from '../../../shared/dates'
import { compte } from '../../../shared/nombres'
import { useCommand, useLong, useOperation } from '../../ipc/use-operation'
import { TableTools } from '../../liste/table-tools'
import { useMemoryTable } from '../../liste/use-memory-table'
import { paths } from '../../paths'
import { ReconduireAnnee, useAnneeAReconduire } from '../../reconduction/reconduire-annee'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { notify } from '../../ui/notice'
import { Page, SplitPane } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { campagneChips, campagneColumns } from './campagne-columns'
import { CampagnePane } from './campagne-pane'
import { ExplicationDialog } from './explication-dialog'
import { OngletsLettres } from './onglets-lettres'
import { RefusDialog, type Refus } from './refus-dialog'

/** The year's campaign: what is proposed for each agent, what changes from last year, accepted one by one or in bulk. */
export function CampagnePage({ filtre }: { filtre: string | undefined }) {
  const anneeId = useAnneeId()
  const query = useOperation(lireCampagne, { anneeId }, { keepPrevious: true })
  const depuis = query.data?.precedenteId ?? 'l’an dernier'
  const columns = useMemo(() => campagneColumns(depuis), [depuis])
  const [choisieCle, setChoisieCle] = useState<string>()
  const [aExpliquer, setAExpliquer] = useState<Proposition>()
  const { accepter, accepting, work, refus, oublierRefus } = useAccepter(anneeId)
  const expliquer = useCommand(expliquerSansLettre)
  const aReconduire = useAnneeAReconduire(anneeId)
  const table = useMemoryTable({
    vues: 'campagne',
    label: 'Campagne',
    columns,
    rows: query.data?.propositions,
    rowKey: ({ cle }) => cle,
    noun: { un: 'ligne', plusieurs: 'lignes' },
    chips: campagneChips,
    ...(filtre !== undefined && { activeChips: [filtre] }),
    selectable: true,
    onOpen: ({ cle, lettreId }) =>
      lettreId === null ? setChoisieCle(cle) : navigate(paths.lettre.href({ id: lettreId })),
    onActive: (proposition) => proposition && setChoisieCle(proposition.cle),
  })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  const propositions = query.data?.propositions ?? []
  const choisie = propositions.find(({ cle }) => cle === choisieCle)
  const reconduites = propositions.filter(({ genre }) => genre === 'reconduite')
  const aAccepter = propositions.filter(({ genre }) => acceptables.has(genre))
  const cochees = table.selectedRows.filter(({ genre }) => acceptables.has(genre)).map(({ cle }) => cle)
  const oublier = ({ agentId, roleId }: Proposition): void =>
    expliquer.mutate({ anneeId, agentId, roleId, raison: null }, { onError: notify.error })
  return (
    <Page
      title={`Campagne ${anneeId}`}
      state={query.data ? phrase(query.data, aReconduire) : 'Préparation de la campagne…'}
      tabs={<OngletsLettres actuel="campagne" />}
      filters={<TableFilters table={table} tools={<TableTools table={table} />} />}
      actions={
        aReconduire !== null && propositions.length > 0 ? (
          <ReconduireAnnee depuis={aReconduire} />
        ) : (
          <AccepterTout {...{ reconduites, aAccepter, accepting, accepter }} />
        )
      }
    >
      {work.progress && <LongWork title="Campagne" work={work} />}
      <SplitPane
        width={350}
        detail={
          choisie ? (
            <CampagnePane
              proposition={choisie}
              accepting={accepting}
              onAccept={(puisOuvrir) => void accepter([choisie.cle], puisOuvrir)}
              onExplain={() => setAExpliquer(choisie)}
              onForget={() => oublier(choisie)}
              onClose={() => setChoisieCle(undefined)}
            />
          ) : null
        }
      >
        <DataTable
          table={table}
          bulk={
            <Button
              variant="default"
              disabled={cochees.length === 0 || accepting}
              onClick={() => void accepter(cochees, false).then(table.clearSelection)}
            >
              Accepter {compte(cochees.length, 'proposition')}
            </Button>
          }
          empty={<Vide {...{ anneeId, aReconduire }} />}
        />
      </SplitPane>
      {aExpliquer && (
        <ExplicationDialog anneeId={anneeId} proposition={aExpliquer} onClose={() => setAExpliquer(undefined)} />
      )}
      <RefusDialog titre="Propositions non acceptées" refus={refus} onClose={oublierRefus} />
    </Page>
  )
}

function Vide({ anneeId, aReconduire }: { anneeId: string; aReconduire: string | null }) {
  if (aReconduire !== null) {
    return (
      <EmptyState title={`Rien à proposer pour ${anneeId}`} action={<ReconduireAnnee depuis={aReconduire} />}>
        Une campagne part des affectations de l’année : reconduisez d’abord celles de {aReconduire}.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={`Rien à proposer pour ${anneeId}`}
      action={<Button onClick={() => navigate(paths.agents.href({}))}>Voir les agents</Button>}
    >
      Une campagne part des affectations de l’année et des lettres de l’année précédente : affectez d’abord les agents.
    </EmptyState>
  )
}

/** The one main act of the page: what is renewed unchanged, then all the rest. */
function AccepterTout({
  reconduites,
  aAccepter,
  accepting,
  accepter,
}: {
  reconduites: readonly Proposition[]
  aAccepter: readonly Proposition[]
  accepting: boolean
  accepter: (cles: string[], puisOuvrir: boolean) => Promise<void>
}) {
  const cles = (propositions: readonly Proposition[]): string[] => propositions.map(({ cle }) => cle)
  const toutes = aAccepter.length > reconduites.length && (
    <Button
      {...(reconduites.length > 0 && { variant: 'default' })}
      loading={accepting}
      onClick={() => void accepter(cles(aAccepter), false)}
    >
      Accepter les {compte(aAccepter.length, 'proposition')}
    </Button>
  )
  return (
    <>
      {toutes}
      {reconduites.length > 0 && (
        <Button loading={accepting} onClick={() => void accepter(cles(reconduites), false)}>
          {reconduites.length === 1
            ? 'Accepter la lettre reconduite'
            : `Accepter les ${compte(reconduites.length, 'reconduite')}`}
        </Button>
      )}
    </>
  )
}

function useAccepter(anneeId: string) {
  const work = useLong(accepterPropositions)
  const [refus, setRefus] = useState<readonly Refus[]>([])
  const accepter = async (cles: string[], puisOuvrir: boolean): Promise<void> => {
    try {
      const fait = await work.run({ anneeId, cles })
      if (!fait) return notify.info('Annulé : aucune lettre n’a changé.')
      const { creees, corrigees, refusees } = fait
      const faites = [
        ...(creees.length > 0 ? [compte(creees.length, 'brouillon écrit', 'brouillons écrits')] : []),
        ...(corrigees.length > 0 ? [compte(corrigees.length, 'brouillon corrigé', 'brouillons corrigés')] : []),
      ]
      if (faites.length > 0) notify.done(`${faites.join(', ')}.`)
      setRefus(refusees)
      const [id] = [...creees, ...corrigees]
      if (puisOuvrir && id !== undefined) navigate(paths.lettre.href({ id }))
    } catch (error) {
      notify.error(error)
    }
  }
  return { accepter, accepting: work.running, work, refus, oublierRefus: () => setRefus([]) }
}

/** « 46 lettres proposées : 31 reconduites sans changement, 11 modifiées, 4 nouvelles. 3 départs à expliquer. Rentrée dans 38 jours. » */
function phrase({ anneeId, propositions, aujourdhui, rentreeLe }: Campagne, aReconduire: string | null): string {
  const nombre = (...genres: GenreProposition[]): number =>
    propositions.filter(({ genre }) => genres.includes(genre)).length
  const proposees = nombre('reconduite', 'modifiee', 'nouvelle')
  const detail = [
    [nombre('reconduite'), 'reconduite sans changement', 'reconduites sans changement'],
    [nombre('modifiee'), 'modifiée', 'modifiées'],
    [nombre('nouvelle'), 'nouvelle', 'nouvelles'],
  ] as const
  const phrases = [
    proposees === 0
      ? aReconduire === null
        ? 'Aucune lettre à écrire.'
        : `Personne n’est encore affecté en ${anneeId} : reconduisez d’abord les affectations de ${aReconduire}.`
      : `${compte(proposees, 'lettre proposée', 'lettres proposées')} : ${detail
          .flatMap(([combien, un, plusieurs]) => (combien === 0 ? [] : [compte(combien, un, plusieurs)]))
          .join(', ')}.`,
    ...dire(
      nombre('correction', 'avenant'),
      'lettre ne correspond plus à l’affectation',
      'lettres ne correspondent plus à l’affectation',
    ),
    ...dire(nombre('aJour'), 'lettre à jour', 'lettres à jour'),
    ...dire(nombre('empechee'), 'lettre à compléter', 'lettres à compléter'),
    ...dire(nombre('orpheline'), 'lettre sans affectation', 'lettres sans affectation'),
    ...dire(nombre('aExpliquer'), 'départ à expliquer', 'départs à expliquer'),
    ...dire(nombre('sansObjet'), 'agent sans lettre, expliqué', 'agents sans lettre, expliqués'),
  ]
  const jours = joursEntre(aujourdhui, rentreeLe)
  return [...phrases, ...(jours > 0 ? [`Rentrée dans ${compte(jours, 'jour')}.`] : [])].join(' ')
}

const dire = (nombre: number, un: string, plusieurs: string): string[] =>
  nombre === 0 ? [] : [`${compte(nombre, un, plusieurs)}.`]
