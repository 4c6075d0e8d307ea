/** A span of days, both included; `finLe` null while it lasts. */
export interface Periode {
  debutLe: string
  finLe: string | null
}

/** True when the period holds the day. */
export const couvre = ({ debutLe, finLe }: Periode, jour: string): boolean =>
  debutLe <= jour && (finLe === null || jour <= finLe)

/** Days common to two periods, or undefined when they do not meet. */
export function intersection(a: Periode, b: Periode): Periode | undefined {
  const debutLe = a.debutLe > b.debutLe ? a.debutLe : b.debutLe
  const fins = [a.finLe, b.finLe].filter((fin) => fin !== null).sort()
  const finLe = fins[0] ?? null
  return finLe === null || debutLe <= finLe ? { debutLe, finLe } : undefined
}

/** True when two periods share at least one day. */
export const chevauche = (a: Periode, b: Periode): boolean => intersection(a, b) !== undefined
