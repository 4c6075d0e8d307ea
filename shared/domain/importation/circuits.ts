import type { ModeleLettre } from '../lettre-de-mission/lettre-de-mission'

/** Who signs a letter of one model, in order: the rules of `resources/lettres/<modèle>.json`. */
export interface RegleSignataire {
  agent?: boolean | undefined
  code: string
  siResidence?: readonly string[] | undefined
  saufResidence?: readonly string[] | undefined
  autorite?: boolean | undefined
}
export type CircuitsSignature = Record<ModeleLettre, readonly RegleSignataire[]>
