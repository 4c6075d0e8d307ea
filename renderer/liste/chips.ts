import type { Filtre } from '../../shared/liste/filtre'
import type { Tone } from '../ui/tone'

/** A chip that the register counts and applies. */
export interface RemoteChip {
  readonly cle: string
  readonly titre: string
  readonly filtre: Filtre
  readonly tone?: Tone
}

/** Chips pressed are alternatives; what the user asked besides them must hold too. */
export function joined(
  chips: readonly RemoteChip[],
  pressed: ReadonlySet<string>,
  filter: Filtre | null,
): Filtre | null {
  const wanted = chips.filter(({ cle }) => pressed.has(cle)).map(({ filtre }) => filtre)
  const ofChips: Filtre[] = wanted.length > 1 ? [{ lien: 'ou', termes: wanted }] : wanted
  const all = filter ? [...ofChips, filter] : ofChips
  return all.length === 0 ? null : { lien: 'et', termes: all }
}

/** Rows that two filters keep. */
export const both = (a: Filtre | null, b: Filtre | null): Filtre | null =>
  a && b ? { lien: 'et', termes: [a, b] } : (a ?? b)
