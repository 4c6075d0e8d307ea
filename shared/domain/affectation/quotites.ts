import { type Constat, constater } from '../../constat'
import { ajouterJours, formatJour } from '../../dates'
import { formatPourcent } from '../../nombres'
import { couvre } from '../../periodes'

/** A share of an agent's time over a period, in percent, with the words that name it. */
export interface PartDeTemps {
  debutLe: string
  finLe: string
  quotite: number
  libelle: string
}

/** Days over which the same parts add up to the same total. */
export interface Depassement {
  debutLe: string
  finLe: string
  /** Percent, at most four decimals. */
  total: number
  parts: PartDeTemps[]
}

const enDixMilliemes = (parts: readonly PartDeTemps[]): number =>
  parts.reduce((total, { quotite }) => total + Math.round(quotite * 10_000), 0)

/** Periods during which the parts of one agent add up to more than `maximum` percent, in order. */
export function depassements(parts: readonly PartDeTemps[], maximum = 100): Depassement[] {
  const bornes = [...new Set(parts.flatMap(({ debutLe, finLe }) => [debutLe, ajouterJours(finLe, 1)]))].sort()
  return bornes.flatMap((debutLe, rang) => {
    const suivante = bornes[rang + 1]
    const presentes = parts.filter((part) => couvre(part, debutLe))
    const total = enDixMilliemes(presentes)
    if (suivante === undefined || total <= Math.round(maximum * 10_000)) return []
    return [{ debutLe, finLe: ajouterJours(suivante, -1), total: total / 10_000, parts: presentes }]
  })
}

/**
 * Σ of the quotités of one agent ≤ `maximum` percent at every moment: an alert, since a swap of posts may overlap for a
 * while (metier.md § 14). One finding per period, with the parts that add up.
 */
export function controlerQuotites(parts: readonly PartDeTemps[], maximum = 100): Constat[] {
  return depassements(parts, maximum).map(({ debutLe, finLe, total, parts: presentes }) => {
    const somme = presentes.map(({ quotite, libelle }) => `${formatPourcent(quotite)} (${libelle})`).join(' + ')
    const periode = `Du ${formatJour(debutLe)} au ${formatJour(finLe)}`
    return constater(
      'agent.quotites',
      'alerte',
      `${periode}, les quotités font ${formatPourcent(total)} : ${somme}.`,
      'quotite',
    )
  })
}
