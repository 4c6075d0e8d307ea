import { type Constat, constater } from '../../constat'
import type { AffectationALOperation } from './fse.contract'

interface Annexe {
  /** Identifiers of the agents that the financial annex lists. */
  annexe: readonly string[]
  agents: readonly { id: string; nom: string }[]
  affectations: readonly Pick<AffectationALOperation, 'agentId'>[]
}

/**
 * L01 (fse.md § 7), as far as letters decide it: the annex announces an agent's cost, and no letter gives any of their time
 * to the operation. An alert: a fiche de poste, a contract or timesheets may be the proof instead (fse.md § 4.2).
 */
export const controlerAnnexe = ({ annexe, agents, affectations }: Annexe): Constat[] =>
  agents
    .filter(({ id }) => annexe.includes(id) && !affectations.some(({ agentId }) => agentId === id))
    .map(({ nom }) =>
      constater(
        'L01',
        'alerte',
        `${nom} est dans l’annexe financière, et aucune lettre ne donne de son temps à l’opération.`,
        'annexe',
      ),
    )
