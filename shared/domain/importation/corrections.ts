import type { Correction } from './classeur'
import type { FeuillePlanifiee } from './plan'

/**
 * The corrections that a refused row proposes for the cells that keep it out: what the « Corriger » buttons of those rows
 * would do, all at once. A row is corrected only when each of its blocking findings has one.
 */
export function correctionsSures(feuilles: readonly Pick<FeuillePlanifiee, 'lignes'>[]): Correction[] {
  return feuilles.flatMap(({ lignes }) =>
    lignes.flatMap(({ signalements }) => {
      const bloquants = signalements.filter(({ gravite }) => gravite === 'bloquant')
      const corrections = bloquants.flatMap(({ feuille, cellule, correction }) =>
        correction === null ? [] : [{ feuille, cellule, valeur: correction }],
      )
      return corrections.length === bloquants.length ? corrections : []
    }),
  )
}
