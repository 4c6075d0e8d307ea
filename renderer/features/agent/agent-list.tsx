import { Button } from '@mantine/core'
import { Suspense, useMemo, useState } from 'react'
import { listerAgents, type AgentDeListe, type AgentsDeLAnnee } from '../../../shared/domain/agent/agent.contract'
import { listeAgents, sansLettre } from '../../../shared/domain/agent/agent.liste'
import { compte } from '../../../shared/nombres'
import { pluriel } from '../../../shared/text'
import { useOperation } from '../../ipc/use-operation'
import { enrichColumns } from '../../liste/columns'
import { demandOf, ListeTools } from '../../liste/liste-tools'
import { useWriting } from '../../liste/use-writing'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { lazyPage } from '../../ui/lazy-page'
import { Page, SplitPane } from '../../ui/page'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import type { DataTableModel } from '../../ui/table/table-model'
import { useDataTable } from '../../ui/table/use-data-table'
import { agentChips, agentColumns, horsAnneeColumns } from './agent-columns'
import { AgentPane } from './agent-pane'
import { contratAVoir, enEtp } from './libelles'
import { useReconduction } from './use-reconduction'

const colonnes = enrichColumns(agentColumns, listeAgents)
const colonnesHorsAnnee = enrichColumns(horsAnneeColumns, listeAgents)
const NouvelAgent = lazyPage(() => import('./nouvel-agent').then(({ NouvelAgent }) => NouvelAgent))

/** Who serves this year, where, for how long, and what is missing. */
export function AgentListPage({ filtre }: { filtre: string | undefined }) {
  const anneeId = useAnneeId()
  const [sansAffectation, setSansAffectation] = useState(filtre === 'sansAffectation')
  const query = useOperation(listerAgents, { anneeId, sansAffectation }, { keepPrevious: true })
  const [choisiId, setChoisiId] = useState<string>()
  const [creating, setCreating] = useState(false)
  const reconduction = useReconduction(anneeId)
  const contexte = useMemo(() => ({ anneeId, sansAffectation }), [anneeId, sansAffectation])
  const ecrire = useWriting<AgentDeListe>('agents', contexte)
  const table = useDataTable({
    label: 'Agents',
    columns: sansAffectation ? colonnesHorsAnnee : colonnes,
    rows: query.data?.agents,
    rowKey: ({ id }) => id,
    noun: { un: 'agent', plusieurs: 'agents' },
    chips: sansAffectation ? [] : chipsUtiles(query.data?.agents),
    ...(filtre !== undefined && { activeChips: [filtre] }),
    selectable: !sansAffectation,
    memory: sansAffectation ? 'agentsSansAffectation' : 'agents',
    onWrite: ecrire,
    onOpen: ({ id }) => navigate(paths.agent.href({ id })),
    onActive: (agent) => agent && setChoisiId(agent.id),
  })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  const choisi = query.data?.agents.find(({ id }) => id === choisiId)
  return (
    <Page
      title={sansAffectation ? `Agents sans affectation en ${anneeId}` : `Agents ${anneeId}`}
      state={query.data ? phrase(query.data, sansAffectation) : 'Lecture des agents…'}
      filters={
        <TableFilters
          table={avecBascule(table, query.data, sansAffectation, setSansAffectation)}
          tools={<ListeTools liste="agents" table={table} demand={demandOf('agents', contexte, table)} />}
        />
      }
      actions={
        <>
          <Button variant="default" component="a" href={paths.doublons.href({}, { sujet: 'agent' })}>
            Doublons…
          </Button>
          <Button variant="default" component="a" href={paths.importClasseur.href({})}>
            Importer…
          </Button>
          <Button onClick={() => setCreating(true)}>Nouvel agent</Button>
        </>
      }
    >
      <SplitPane
        width={360}
        detail={
          choisi ? (
            <AgentPane agent={choisi} reconduction={reconduction} onClose={() => setChoisiId(undefined)} />
          ) : null
        }
      >
        <DataTable
          table={table}
          bulk={(agents, clear) => {
            const ids = agents.flatMap(({ affectations }) => affectations.map(({ id }) => id))
            return (
              <Button
                variant="default"
                loading={reconduction.running}
                onClick={() => void reconduction.run(ids).then(clear)}
              >
                Reconduire {compte(ids.length, 'affectation')} en {reconduction.suivante}
              </Button>
            )
          }}
          empty={<Vide anneeId={anneeId} sansAffectation={sansAffectation} onCreate={() => setCreating(true)} />}
        />
      </SplitPane>
      <Suspense>{creating && <NouvelAgent onClose={() => setCreating(false)} />}</Suspense>
    </Page>
  )
}

/** What needs attention is offered only when something does. */
const chipsUtiles = (agents: readonly AgentDeListe[] = []) =>
  agentChips.filter(({ tone, garde }) => tone === undefined || agents.some(garde))

/** One more chip, which lists the agents who do not serve this year instead of those who do. */
function avecBascule(
  table: DataTableModel<AgentDeListe>,
  comptes: AgentsDeLAnnee | undefined,
  active: boolean,
  onChange: (active: boolean) => void,
): DataTableModel<AgentDeListe> {
  const count = comptes?.sansAffectation ?? 0
  if (count === 0 && !active) return table
  const chip = { cle: 'sansAffectation', titre: 'Sans affectation', garde: () => true, count, active }
  return {
    ...table,
    chips: [...table.chips, chip],
    toggleChip: (cle) => (cle === chip.cle ? onChange(!active) : table.toggleChip(cle)),
  }
}

function Vide({
  anneeId,
  sansAffectation,
  onCreate,
}: {
  anneeId: string
  sansAffectation: boolean
  onCreate: () => void
}) {
  if (sansAffectation) return <EmptyState title={`Tous les agents sont affectés en ${anneeId}`} />
  return (
    <EmptyState
      title={`Aucun agent n’est affecté en ${anneeId}`}
      action={
        <>
          <Button component="a" href={paths.importClasseur.href({})}>
            Importer un classeur…
          </Button>
          <Button variant="default" onClick={onCreate}>
            Nouvel agent
          </Button>
        </>
      }
    >
      Importez votre classeur de suivi&nbsp;: les colonnes sont reconnues, rien n’est écrit avant votre accord.
    </EmptyState>
  )
}

function phrase({ agents, sansAffectation }: AgentsDeLAnnee, horsAnnee: boolean): string {
  if (horsAnnee)
    return `${compte(agents.length, 'agent')} du registre n’${pluriel(agents.length, 'a', 'ont')} pas d’affectation cette année.`
  if (agents.length === 0)
    return sansAffectation === 0 ? 'Le registre ne tient encore personne.' : 'Personne n’est affecté cette année.'
  const contrats = agents.filter(contratAVoir).length
  const lettres = agents.filter(sansLettre).length
  return [
    `${compte(agents.length, 'agent')}, ${enEtp(agents)}.`,
    lettres === 0 ? 'Tous ont leur lettre de mission.' : `${compte(lettres, 'agent')} sans lettre de mission.`,
    contrats === 0 ? '' : `${compte(contrats, 'contrat')} ${pluriel(contrats, 'finit', 'finissent')} sous 60 jours.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
