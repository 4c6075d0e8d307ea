import { z } from 'zod'
import type { Constat } from '../../constat'
import { operation, returns } from '../../ipc'
import { modification } from '../../modification'
import { id } from '../../schema'
import type { AvecProchaineAction } from '../prochaine-action/colonnes'
import { ligneFse, operationFse, type LigneFse, type OperationFse } from './fse'
import type { PlanDepenses } from './plan-de-financement'

/** One operation in the list: its totals in cents, and how many findings its plan has. */
export interface OperationFseResumee extends OperationFse, AvecProchaineAction {
  depensesPrevuesCents: number
  depensesRealiseesCents: number
  ressourcesPrevuesCents: number
  fsePrevuCents: number
  fseRealiseCents: number
  /** Letters that give a share of their time to it. */
  nombreLettres: number
  nombreConstats: number
  /** Lines whose achieved amount has no piece yet; 0 once the operation is closed. */
  justificatifsManquants: number
}

/** A letter that gives a fixed monthly share of its time to the operation. */
export interface AffectationALOperation {
  lettreId: string
  agentId: string
  agentNom: string
  anneeId: string
  pourcentage: number
  debutLe: string
  finLe: string
}

/** One column of the plan, as its regime computes it; amounts in cents. */
export interface ColonneDuPlan {
  plan: PlanDepenses
  ressourcesCents: number
  /** Expenses less resources: 0 when balanced. */
  ecartCents: number
  /** FSE that the conventioned rate allows on the total. */
  fseAuTauxCents: number
  constats: Constat[]
}

export interface OperationFseComplete {
  operation: OperationFse
  lignes: LigneFse[]
  prevu: ColonneDuPlan
  realise: ColonneDuPlan
  affectations: AffectationALOperation[]
  /** Identifiers of the agents that the financial annex lists; none when it is not typed in. */
  annexe: string[]
  /** The agents that can be listed, by name. */
  agents: { id: string; nom: string }[]
}

const champsOperation = operationFse.omit({ id: true })
const champsLigne = ligneFse.omit({ id: true, operationId: true, ordre: true })

export const listerOperations = operation({
  name: 'fse.lister',
  kind: 'query',
  input: z.object({}),
  output: returns<OperationFseResumee[]>(),
})

export const lireOperation = operation({
  name: 'fse.lire',
  kind: 'query',
  input: z.object({ id }),
  output: returns<OperationFseComplete>(),
})

export const creerOperation = operation({
  name: 'fse.creer',
  kind: 'command',
  input: champsOperation
    .pick({ numero: true, intitule: true, debutLe: true, finLe: true, taux: true, regimeCouts: true })
    .strict(),
  output: returns<OperationFse>(),
})

export const modifierOperation = operation({
  name: 'fse.modifier',
  kind: 'command',
  input: modification(champsOperation),
  output: returns<OperationFse>(),
})

/** Removes an operation that no letter refers to, with its lines. */
export const supprimerOperation = operation({
  name: 'fse.supprimer',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

export const ajouterLigneFse = operation({
  name: 'fse.ajouterLigne',
  kind: 'command',
  input: z.object({ operationId: id, ligne: champsLigne.pick({ poste: true, libelle: true }).strict() }),
  output: returns<LigneFse>(),
})

/** Changes some fields of a line; the side (dépense, ressource) follows the poste. */
export const modifierLigneFse = operation({
  name: 'fse.modifierLigne',
  kind: 'command',
  input: modification(champsLigne.omit({ sens: true })),
  output: returns<LigneFse>(),
})

/** Changes fields of several lines, all of them or none: what is typed or pasted in the plan is one step of the journal. */
export const modifierLignesFse = operation({
  name: 'fse.modifierLignes',
  kind: 'command',
  input: z.object({
    lignes: z
      .array(modification(champsLigne.omit({ sens: true })))
      .min(1)
      .max(1000),
  }),
  output: returns<null>(),
})

export const supprimerLigneFse = operation({
  name: 'fse.supprimerLigne',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

/** Writes the forfait that the regime computes, in both columns, into its line (made when missing). */
export const appliquerForfait = operation({
  name: 'fse.appliquerForfait',
  kind: 'command',
  input: z.object({ operationId: id }),
  output: returns<LigneFse>(),
})

/** Says which agents the financial annex lists, in place of those that it listed. */
export const definirAnnexe = operation({
  name: 'fse.definirAnnexe',
  kind: 'command',
  input: z.object({ operationId: id, agentIds: z.array(id).max(500) }),
  output: returns<string[]>(),
})

export const fseContract = {
  [listerOperations.name]: listerOperations,
  [lireOperation.name]: lireOperation,
  [creerOperation.name]: creerOperation,
  [modifierOperation.name]: modifierOperation,
  [supprimerOperation.name]: supprimerOperation,
  [ajouterLigneFse.name]: ajouterLigneFse,
  [modifierLigneFse.name]: modifierLigneFse,
  [modifierLignesFse.name]: modifierLignesFse,
  [supprimerLigneFse.name]: supprimerLigneFse,
  [appliquerForfait.name]: appliquerForfait,
  [definirAnnexe.name]: definirAnnexe,
}
