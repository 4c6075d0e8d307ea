import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId } from '../../schema'
import { clesChamps } from './champs'

/** The kinds of records that a search finds, in the order of its groups. */
export const genresTrouves = ['agent', 'etablissement', 'reseau', 'lettreDeMission', 'operationFse'] as const
export type GenreTrouve = (typeof genresTrouves)[number]

/** One record found: what names it, and a line that tells it from its homonyms. */
export interface FicheTrouvee {
  id: string
  titre: string
  detail: string
}

export interface GroupeTrouve {
  genre: GenreTrouve
  /** How many records answer; `fiches` holds the first ones. */
  total: number
  fiches: FicheTrouvee[]
}

export interface ResultatRecherche {
  groupes: GroupeTrouve[]
  /** A field that does not exist, with the nearest one; null otherwise. */
  remarque: string | null
  /** True when nothing answered as typed: these are what looks like it. */
  approche: boolean
}

const saisie = z.string().max(300)

/**
 * Records by any of their words (beginnings count, accents and ligatures do not, one or two mistakes are forgiven) and by
 * field: `commune:rennes rôle:formateur`. An empty search finds nothing, and makes the index ready for the next one.
 */
export const chercherFiches = operation({
  name: 'recherche.chercher',
  kind: 'query',
  input: z.object({ texte: saisie, anneeId, limite: z.number().int().min(1).max(50) }),
  output: returns<ResultatRecherche>(),
})

/** The values of a field that have a word beginning so, the most frequent first. */
export const listerValeurs = operation({
  name: 'recherche.valeurs',
  kind: 'query',
  input: z.object({ champ: z.enum(clesChamps as [(typeof clesChamps)[number]]), debut: saisie, anneeId }),
  output: returns<{ valeur: string; nombre: number }[]>(),
})

/** Records seen lately, in their order; those that are gone are left out. */
export const relireFiches = operation({
  name: 'recherche.relire',
  kind: 'query',
  input: z.object({
    fiches: z.array(z.object({ genre: z.enum(genresTrouves), id: z.string().max(64) })).max(20),
    anneeId,
  }),
  output: returns<(FicheTrouvee & { genre: GenreTrouve })[]>(),
})

export const rechercheContract = {
  [chercherFiches.name]: chercherFiches,
  [listerValeurs.name]: listerValeurs,
  [relireFiches.name]: relireFiches,
}
