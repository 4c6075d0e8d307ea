import { z } from 'zod'
import type { Constat } from '../../constat'
import { operation, returns } from '../../ipc'
import { fichesAuPlus } from '../../liste/demande'
import { anneeId, id } from '../../schema'
import type { Difference } from '../lettre-de-mission/difference'
import type { EtatLettre } from '../lettre-de-mission/lettre-de-mission'
import { agentSansLettre } from './campagne'
import type { GenreProposition } from './proposition'

/** One line of the table of two columns: what the letter said, what it would say. */
export interface LigneComparee {
  libelle: string
  avant: string
  apres: string
  change: boolean
  nombre: boolean
}

/** What the campaign proposes for one agent in one rôle. */
export interface Proposition {
  /** Stable in the year: one agent, one rôle. */
  cle: string
  agentId: string
  roleId: string
  genre: GenreProposition
  agent: string
  role: string
  roleAbrege: string
  /** Networks or résidence: where. */
  lieu: string
  departement: string
  quotite: number | null
  heuresDues: number | null
  uniteHeures: 'an' | 'semaine'
  affectationId: string | null
  /** The letter of the year, when there is one. */
  lettreId: string | null
  precedenteId: string | null
  etat: EtatLettre | null
  /** What a line shows; the pane shows everything. */
  enLigne: Difference[]
  differences: Difference[]
  raison: string
  /** Two columns, before and after; the figures first. */
  comparaison: LigneComparee[]
  /** What the text proposed is compared with: « 2025-2026 », « Lettre signée ». */
  colonnes: [string, string]
  /** What the rules say of the text proposed. */
  constats: Constat[]
  /** Σ of its hours by domain − hours due; null when nothing is spread. */
  ecart: number | null
}

export interface Campagne {
  anneeId: string
  precedenteId: string
  /** First day of the year. */
  rentreeLe: string
  aujourdhui: string
  propositions: Proposition[]
}

/** What a campaign proposes for the year, from last year's letters and this year's services. Writes nothing. */
export const lireCampagne = operation({
  name: 'campagne.lire',
  kind: 'query',
  input: z.object({ anneeId }),
  output: returns<Campagne>(),
})

export interface AcceptationDeCampagne {
  /** Drafts written: letters and avenants. */
  creees: string[]
  /** Drafts brought to their service. */
  corrigees: string[]
  /** Not done, and why. */
  refusees: { agent: string; raison: string }[]
}

/** Writes what is proposed for the agents named; what can no longer be done is listed with its reason. Cancelled, it leaves nothing. */
export const accepterPropositions = operation({
  name: 'campagne.accepter',
  kind: 'command',
  long: true,
  input: z.object({
    anneeId,
    cles: z.array(z.string().max(140)).min(1, 'Choisissez au moins une proposition.').max(fichesAuPlus),
  }),
  output: returns<AcceptationDeCampagne>(),
})

/** Says why an agent has no letter for a rôle this year; `raison` null takes it back. */
export const expliquerSansLettre = operation({
  name: 'campagne.expliquer',
  kind: 'command',
  input: z.object({
    anneeId,
    agentId: id,
    roleId: id,
    raison: agentSansLettre.shape.raison.nullable(),
    precisions: agentSansLettre.shape.precisions.default(''),
  }),
  output: returns<null>(),
})

export const campagneContract = {
  [lireCampagne.name]: lireCampagne,
  [accepterPropositions.name]: accepterPropositions,
  [expliquerSansLettre.name]: expliquerSansLettre,
}
