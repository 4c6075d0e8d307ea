import type { Vocabulaire } from './vocabulaire'

/** When a text of reference is in force: both days included, null when nothing is known. */
export type ValiditeVisa = Pick<Vocabulaire, 'debutLe' | 'finLe' | 'remplaceParId'>

export const etatsVisa = ['enVigueur', 'aVenir', 'remplace', 'horsVigueur'] as const
export type EtatVisa = (typeof etatsVisa)[number]

/**
 * Whether a text may be cited on a day (`AAAA-MM-JJ`). A text said to be replaced, without a last day, is replaced. Source:
 * issue « Visas vivants ».
 */
export function etatVisa({ debutLe, finLe, remplaceParId }: ValiditeVisa, jour: string): EtatVisa {
  if (debutLe !== null && jour < debutLe) return 'aVenir'
  const fini = finLe === null ? remplaceParId !== null : jour > finLe
  if (!fini) return 'enVigueur'
  return remplaceParId === null ? 'horsVigueur' : 'remplace'
}

type Visa = ValiditeVisa & { id: string }

/**
 * The text to cite instead of one that is no longer in force: what replaced it, then what replaced that, until one that
 * may be cited that day; null when there is none (texts that replace each other in a circle included).
 */
export function remplacantDe<V extends Visa>(visa: Visa, visas: readonly V[], jour: string): V | null {
  const vus = new Set([visa.id])
  let { remplaceParId } = visa
  while (remplaceParId !== null && !vus.has(remplaceParId)) {
    vus.add(remplaceParId)
    const suivant = visas.find(({ id }) => id === remplaceParId)
    if (suivant === undefined) return null
    if (etatVisa(suivant, jour) === 'enVigueur') return suivant
    remplaceParId = suivant.remplaceParId
  }
  return null
}
