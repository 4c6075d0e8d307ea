import { listeAgents } from '../../../shared/domain/agent/agent.liste'
import type { AgentDeListe } from '../../../shared/domain/agent/agent.contract'
import { definirSource } from '../../liste/source'
import { lireAgents } from './lecture'

export const sourceAgents = definirSource<AgentDeListe>({
  liste: listeAgents,
  id: ({ id }) => id,
  lire: ({ db }, contexte) => lireAgents(db, contexte),
})
