/** The gestures of a preview, kept while the window is open: leaving the screen takes none of them away. */
export interface ApercuGarde {
  jeton: string
  nom: string
  but: 'classeur' | 'annuaire'
  /** The register that it was looked at against. */
  registre: string
}

interface Garde {
  apercu: ApercuGarde
  etat: unknown
  /** Gestures that are still there to be taken back. */
  nombre: number
}

const gardes = new Map<string, Garde>()
const cleDe = ({ registre, jeton }: Pick<ApercuGarde, 'registre' | 'jeton'>): string => `${registre}\u0000${jeton}`

export const apercuGarde = (apercu: ApercuGarde): unknown => gardes.get(cleDe(apercu))?.etat

/** The latest comes last. */
export function garderApercu(apercu: ApercuGarde, etat: unknown, nombre: number): void {
  gardes.delete(cleDe(apercu))
  if (nombre > 0) gardes.set(cleDe(apercu), { apercu, etat, nombre })
}

export const oublierApercu = (apercu: Pick<ApercuGarde, 'registre' | 'jeton'>): void => {
  gardes.delete(cleDe(apercu))
}

/** The previews left with gestures, the latest first. */
export const apercusEnCours = (registre: string): readonly Omit<Garde, 'etat'>[] =>
  [...gardes.values()].filter(({ apercu }) => apercu.registre === registre).toReversed()
