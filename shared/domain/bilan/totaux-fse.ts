import type { OperationDuBilan } from './bilan'

type Ligne = Pick<OperationDuBilan['lignes'][number], 'sens' | 'prevuCents' | 'realiseCents'>

/** The two sides of a financing plan, in the order in which they are read. */
export const sensFse = ['depense', 'ressource'] as const

/** Sums of the lines of one side, in cents; null without any. The two sides are never added up: each pays the other. */
export function totalDuSens(
  lignes: readonly Ligne[],
  sens: Ligne['sens'],
): { prevuCents: number; realiseCents: number } | null {
  const siennes = lignes.filter((ligne) => ligne.sens === sens)
  if (siennes.length === 0) return null
  return {
    prevuCents: siennes.reduce((total, { prevuCents }) => total + prevuCents, 0),
    realiseCents: siennes.reduce((total, { realiseCents }) => total + realiseCents, 0),
  }
}

/** What a foot of the lines seen sums: the expenses when there are some, otherwise the resources. */
export const sensTotalise = (lignes: readonly Pick<Ligne, 'sens'>[]): Ligne['sens'] | null =>
  sensFse.find((sens) => lignes.some((ligne) => ligne.sens === sens)) ?? null
