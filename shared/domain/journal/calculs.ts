import { clesAgent } from '../agent/cles'
import type { Agent } from '../agent/agent'
import { clesEtablissement } from '../etablissement/cles'
import type { Etablissement } from '../etablissement/etablissement'
import { clesReseau } from '../reseau/cles'
import type { Reseau } from '../reseau/reseau'
import type { Ligne } from './fiches.donnees'

/** The columns that a row's other columns give: written again whenever the journal puts values back. */
export function champsDeduits(table: string, ligne: Ligne): Ligne {
  if (table === 'agent') return clesAgent(ligne as unknown as Agent)
  if (table === 'etablissement') return clesEtablissement(ligne as unknown as Etablissement)
  if (table === 'reseau') return clesReseau(ligne as unknown as Reseau)
  return {}
}
