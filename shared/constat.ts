import { typographier } from './typographie'

/** How much a finding weighs: it forbids the next step, asks for a look, or simply informs. */
export const gravites = ['bloquant', 'alerte', 'information'] as const
export type Gravite = (typeof gravites)[number]

export const libellesGravite: Record<Gravite, string> = {
  bloquant: 'Bloquant',
  alerte: 'À vérifier',
  information: 'Pour information',
}

/** What a rule of the trade finds: a whole French sentence, and the field it is about when there is one. */
export interface Constat {
  /** Stable code of the rule, `lettre.heures` or the P04 of fse.md. */
  readonly regle: string
  readonly gravite: Gravite
  readonly message: string
  readonly champ?: string
}

/** A finding whose message is typed with ordinary spaces. */
export const constater = (regle: string, gravite: Gravite, message: string, champ: string): Constat => ({
  regle,
  gravite,
  message: typographier(message),
  champ,
})

/** True when something must be corrected before going on. */
export const estBloque = (constats: readonly Constat[]): boolean =>
  constats.some(({ gravite }) => gravite === 'bloquant')
