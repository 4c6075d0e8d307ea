import { z } from 'zod'
import { id } from '../../schema'

/** Records whose duplicates are looked for, by the word of their table. */
export const sujetsDeDoublon = ['agent', 'etablissement'] as const
export type SujetDeDoublon = (typeof sujetsDeDoublon)[number]

/** Two records that somebody said are not the same; the smaller identifier first. */
export const doublonEcarte = z.object({ id, sujet: z.enum(sujetsDeDoublon), premierId: id, secondId: id })
export type DoublonEcarte = z.infer<typeof doublonEcarte>

/** Why two records look like one. */
export const raisonsDeDoublon = {
  memeNom: 'Même nom',
  nomInverse: 'Nom et prénom inversés',
  initiale: 'Même nom, prénom abrégé',
  memeCourriel: 'Même courriel',
  nomProche: 'Noms proches, même résidence',
  memeNomMemeCommune: 'Même nom, même commune',
  remplace: 'Même nom, même commune, l’un est fermé',
} as const
export type RaisonDeDoublon = keyof typeof raisonsDeDoublon

/** A pair to look at; the smaller identifier first, so that a pair has one name. */
export interface PaireDeDoublon {
  premierId: string
  secondId: string
  raison: RaisonDeDoublon
}

/** Identifiers of a pair in the order that names it. */
export const ordonnerPaire = (a: string, b: string): { premierId: string; secondId: string } =>
  a < b ? { premierId: a, secondId: b } : { premierId: b, secondId: a }

/** Collects pairs, each once: the first reason found is kept. */
export class Paires {
  readonly #raisons = new Map<string, PaireDeDoublon>()

  ajouter(a: string, b: string, raison: RaisonDeDoublon): void {
    if (a === b) return
    const paire = { ...ordonnerPaire(a, b), raison }
    const cle = `${paire.premierId} ${paire.secondId}`
    if (!this.#raisons.has(cle)) this.#raisons.set(cle, paire)
  }

  get toutes(): PaireDeDoublon[] {
    return [...this.#raisons.values()]
  }
}
