import type { ReseauMembre } from '../reseau/reseau'
import { grouperPar } from '../../grouper'
import { ajouterJours } from '../../dates'

export interface Fusion {
  modifiees: Pick<ReseauMembre, 'id' | 'debutLe' | 'finLe'>[]
  retirees: string[]
}

const finOuverte = '9999-12-31'

/**
 * Memberships of one établissement that was two: in a same network, periods that meet become one, since an établissement
 * is never twice a member (see `refusDAjouter`). Those that do not meet are left.
 */
export function fondreAppartenances(membres: readonly ReseauMembre[]): Fusion {
  const fusion: Fusion = { modifiees: [], retirees: [] }
  for (const siens of grouperPar(membres, ({ reseauId }) => reseauId).values()) {
    let courant: ReseauMembre | undefined
    let change = false
    const clore = (): void => {
      if (courant && change) fusion.modifiees.push({ id: courant.id, debutLe: courant.debutLe, finLe: courant.finLe })
    }
    for (const membre of siens.toSorted((a, b) => a.debutLe.localeCompare(b.debutLe) || a.id.localeCompare(b.id))) {
      if (courant && membre.debutLe <= ajouterJours(courant.finLe ?? finOuverte.replace('12-31', '12-30'), 1)) {
        const finLe = plusTard(courant.finLe, membre.finLe)
        change ||= finLe !== courant.finLe
        courant = { ...courant, finLe }
        fusion.retirees.push(membre.id)
      } else {
        clore()
        courant = membre
        change = false
      }
    }
    clore()
  }
  return fusion
}

const plusTard = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return null
  return a > b ? a : b
}
