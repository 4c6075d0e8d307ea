import { ajouterJours } from '../../dates'
import type { LigneFse, OperationFse } from './fse'

/** How long before its end an operation asks for attention (usage: its bilan d'exécution is prepared meanwhile). */
export const preavisFinFseJours = 90

/** Operations whose end and whose pieces are followed: a convention binds them, and they are not closed. */
export const etatsSuivis = ['conventionnee', 'enCours', 'terminee'] as const satisfies readonly OperationFse['etat'][]
/** Those whose realisation still runs. */
export const etatsEnRealisation = ['conventionnee', 'enCours'] as const satisfies readonly OperationFse['etat'][]

/** Last day of the operations whose end is near, seen from a day `AAAA-MM-JJ`. */
export const horizonFinFse = (aujourdhui: string): string => ajouterJours(aujourdhui, preavisFinFseJours)

/** True for an operation under way that ends within ninety days, or that has ended and was not closed. */
export const finFseAVoir = ({ etat, finLe }: Pick<OperationFse, 'etat' | 'finLe'>, aujourdhui: string): boolean =>
  etatsEnRealisation.some((each) => each === etat) && finLe <= horizonFinFse(aujourdhui)

/** True for an achieved amount whose piece is not there yet. */
export const justificatifManque = ({ justificatif, realiseCents }: Pick<LigneFse, 'justificatif' | 'realiseCents'>) =>
  realiseCents !== 0 && (justificatif === 'aFournir' || justificatif === 'enAttente')
