import { bornesAnneeScolaire } from '../../annee-scolaire'
import type { Perimetre } from './couverture'

/** What a FOQUALE network is expected to hold, unless the académie says otherwise (metier.md § 2.1). */
export const perimetreParDefaut: Perimetre = { secteurs: ['public'], types: ['Collège', 'Lycée', 'EREA'] }

/**
 * The day on which networks are looked at for a school year: today while it runs, its first day before it starts,
 * its last day once it is over (usage).
 */
export function jourDeReference(anneeId: string, aujourdhui: string): string {
  const { debutLe, finLe } = bornesAnneeScolaire(anneeId)
  if (aujourdhui < debutLe) return debutLe
  return aujourdhui > finLe ? finLe : aujourdhui
}
