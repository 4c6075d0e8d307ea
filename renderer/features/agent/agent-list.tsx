import { Button } from '@mantine/core'
import { useState } from 'react'
import { listerAgents, type AgentsDeLAnnee } from '../../../shared/domain/agent/agent.contract'
import { compte } from '../../../shared/nombres'
import { pluriel } from '../../../shared/text'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Page, SplitPane } from '../../ui/page'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { useDataTable } from '../../ui/table/use-data-table'
import { agentChips, agentColumns } from './agent-columns'
import { AgentPane } from './agent-pane'
import { BasculeSansAffectation } from './bascule'
import { contratAVoir, enEtp, sansLettre } from './libelles'
import { NouvelAgent } from './nouvel-agent'
import { useReconduction } from './use-reconduction'

/** Who serves this year, where, for how long, and what is missing. */
export function AgentListPage({ filtre }: { filtre: string | undefined }) {
  const anneeId = useAnneeId()
  const [sansAffectation, setSansAffectation] = useState(filtre === 'sansAffectation')
  const query = useOperation(listerAgents, { anneeId, sansAffectation }, { keepPrevious: true })
  const [choisiId, setChoisiId] = useState<string>()
  const [creating, setCreating] = useState(false)
  const reconduction = useReconduction(anneeId)
  const table = useDataTable({
    label: 'Agents',
    columns: agentColumns,
    rows: query.data?.agents,
    rowKey: ({ id }) => id,
    noun: { un: 'agent', plusieurs: 'agents' },
    chips: sansAffectation ? [] : agentChips,
    ...(filtre !== undefined && { activeChips: [filtre] }),
    selectable: !sansAffectation,
    onOpen: ({ id }) => navigate(paths.agent.href({ id })),
    onActive: (agent) => agent && setChoisiId(agent.id),
  })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  const choisi = query.data?.agents.find(({ id }) => id === choisiId)
  return (
    <Page
      title={sansAffectation ? `Agents sans affectation en ${anneeId}` : `Agents ${anneeId}`}
      state={query.data ? phrase(query.data, sansAffectation) : 'Lecture des agents…'}
      filters={<TableFilters table={table} />}
      actions={
        <>
          {query.data && (
            <BasculeSansAffectation actif={sansAffectation} comptes={query.data} onChange={setSansAffectation} />
          )}
          <Button variant="default" component="a" href={paths.importAgents.href({})}>
            Importer…
          </Button>
          <Button onClick={() => setCreating(true)}>Nouvel agent</Button>
        </>
      }
    >
      <SplitPane
        width={340}
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
      {creating && <NouvelAgent onClose={() => setCreating(false)} />}
    </Page>
  )
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
          <Button component="a" href={paths.importAgents.href({})}>
            Importer un classeur…
          </Button>
          <Button variant="default" onClick={onCreate}>
            Nouvel agent
          </Button>
        </>
      }
    >
      Importez votre classeur de suivi : les colonnes sont reconnues, rien n’est écrit avant votre accord.
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
