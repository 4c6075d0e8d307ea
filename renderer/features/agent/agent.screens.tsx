import { IconUsers } from '@tabler/icons-react'
import { compterAgents } from '../../../shared/domain/agent/agent.contract'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const AgentListPage = lazyPage(() => import('./agent-list').then(({ AgentListPage }) => AgentListPage))
const AgentPage = lazyPage(() => import('./agent-page').then(({ AgentPage }) => AgentPage))

function useCount(): number | undefined {
  const anneeId = useAnneeId()
  return useOperation(compterAgents, { anneeId }, { enabled: anneeId !== '', later: true }).data?.affectes
}

export const agentScreens = [
  screen(paths.agents, {
    title: 'Agents',
    nav: { icon: IconUsers, useCount },
    render: ({ query }) => <AgentListPage key={query['filtre'] ?? ''} filtre={query['filtre']} />,
  }),
  screen(paths.agent, { title: 'Agent', render: ({ params }) => <AgentPage key={params.id} id={params.id} /> }),
]
