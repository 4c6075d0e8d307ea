import { formatJour, partiesLocales } from '../../dates'
import { compte } from '../../nombres'
import { chevauche, type Periode } from '../../periodes'
import { enumerer } from '../../text'
import { typographier } from '../../typographie'

/** « du 01/09/2024 au 31/08/2026 », « depuis le 01/09/2024 ». */
export const direPeriode = ({ debutLe, finLe }: Periode): string =>
  finLe === null ? `depuis le ${formatJour(debutLe)}` : `du ${formatJour(debutLe)} au ${formatJour(finLe)}`

/** Why a membership cannot be written: its dates, or another one of the same établissement that it meets. */
export function refusDAjouter(nom: string, periode: Periode, autres: readonly Periode[]): string | undefined {
  if (periode.finLe !== null && periode.finLe < periode.debutLe)
    return `La sortie du réseau ne peut pas précéder l’entrée, le ${formatJour(periode.debutLe)}.`
  const deja = autres.find((autre) => chevauche(autre, periode))
  return deja && typographier(`« ${nom} » est déjà membre de ce réseau ${direPeriode(deja)}.`)
}

/**
 * Why a membership cannot be erased; undefined when it can: it was written today, or has not begun.
 * What was stays readable: it is ended, not erased.
 */
export function refusDEffacer(
  { debutLe, ecritLe }: { debutLe: string; ecritLe: string | undefined },
  aujourdhui: string,
): string | undefined {
  if (debutLe > aujourdhui || ecritLe === aujourdhui) return undefined
  return `Cette appartenance fait partie de l’histoire du réseau, depuis le ${formatJour(debutLe)} : indiquez plutôt sa date de fin.`
}

/**
 * Day, on this computer's calendar, on which a UUID v7 was made; undefined for another kind of identifier. Its first
 * 48 bits are the milliseconds since 1970 (RFC 9562, § 5.7).
 */
export function jourDeCreation(id: string): string | undefined {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7/i.test(id)) return undefined
  return partiesLocales(new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString()).jour
}

/** What stands on a network: it is then made inactive rather than deleted. Counts of records. */
export interface UsagesReseau {
  membres: number
  affectations: number
  lettres: number
}

/** Why a network cannot be deleted; undefined when it can. */
export function refusDeSupprimerReseau(
  nom: string,
  { membres, affectations, lettres }: UsagesReseau,
): string | undefined {
  const parts = [
    ...(membres > 0 ? [compte(membres, 'établissement membre', 'établissements membres')] : []),
    ...(affectations > 0 ? [compte(affectations, 'affectation d’agent', 'affectations d’agents')] : []),
    ...(lettres > 0 ? [compte(lettres, 'lettre de mission', 'lettres de mission')] : []),
  ]
  if (parts.length === 0) return undefined
  return typographier(
    `« ${nom} » compte ${enumerer(parts)} : il ne peut pas être supprimé. Vous pouvez le rendre inactif ; il ne sera plus proposé.`,
  )
}
