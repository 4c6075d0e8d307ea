import { z } from 'zod'
import { anneeId, id } from '../../schema'

/** Why somebody who had a letter, or who serves, gets none this year. */
export const raisonsSansLettre = ['depart', 'retraite', 'finContrat', 'conge', 'sansMission', 'autre'] as const
export type RaisonSansLettre = (typeof raisonsSansLettre)[number]

export const libellesRaison: Record<RaisonSansLettre, string> = {
  depart: 'Départ de la mission',
  retraite: 'Retraite',
  finContrat: 'Fin de contrat',
  conge: 'Congé ou disponibilité',
  sansMission: 'Pas de mission cette année',
  autre: 'Autre raison',
}

/** The user's word on why an agent has no letter for a rôle in a year. */
export const agentSansLettre = z.object({
  id,
  agentId: id,
  anneeId,
  roleId: id,
  raison: z.enum(raisonsSansLettre),
  precisions: z.string().trim().max(500, '500 caractères au plus.'),
})
export type AgentSansLettre = z.infer<typeof agentSansLettre>
