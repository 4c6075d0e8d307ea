import { z } from 'zod'
import { anneeId, id } from '../schema'
import { filtreDeDemande } from './filtre'

/** What a list is of, besides its rows: the school year shown, and which half of the agents. */
export const contexteDeListe = z.object({ anneeId, sansAffectation: z.boolean().default(false) }).strict()
export type ContexteDeListe = z.output<typeof contexteDeListe>

export const tri = z.object({ colonne: z.string().max(100), sens: z.enum(['asc', 'desc']) }).strict()

/** Which rows, without order nor page: what a count, a selection or an export is made of. */
export const champDeListe = z.object({
  contexte: contexteDeListe,
  recherche: z.string().max(300).default(''),
  filtre: filtreDeDemande.nullable().default(null),
})

/** A count asked with the page: over the whole list, or over the rows that the search finds. */
export const compteDemande = z.object({
  cle: z.string().max(100),
  filtre: filtreDeDemande,
  sur: z.enum(['ensemble', 'recherche']).default('recherche'),
})

/** Rows in their order: by group first, then the sorts, then the order of the list itself. */
export const rangeeDeListe = champDeListe.extend({
  tris: z.array(tri).max(10).default([]),
  groupe: tri.nullable().default(null),
})

/** How many rows a page holds at most. */
export const pageAuPlus = 1000

export const demandeDePage = rangeeDeListe.extend({
  debut: z.number().int().min(0).default(0),
  nombre: z.number().int().min(0).max(pageAuPlus).default(200),
  /** Totals of the columns: a first page is faster without, and a page of no row asks for them alone. */
  avecTotaux: z.boolean().default(true),
  comptes: z.array(compteDemande).max(50).default([]),
})

/** Records that one action takes at most: more than the longest list holds. */
export const fichesAuPlus = 200_000

const desIds = z.array(id).max(fichesAuPlus)

/** Some rows, or every row that a filter keeps but a few: a whole list is taken without naming its rows. */
export const selectionDeListe = z.union([
  z.object({ ids: desIds }).strict(),
  z.object({ tousSauf: desIds, champ: champDeListe }).strict(),
])
export type SelectionDeListe = z.input<typeof selectionDeListe>

/** Values of the groups that are folded on the screen: their rows are written, folded too. */
export const replies = z.array(z.string().max(32_000)).max(fichesAuPlus).default([])

/** One group: what its rows share, how many they are, where they start among all the rows kept, their totals. */
export interface GroupeDeListe {
  /** As the cells show it; '' for the rows whose cell is empty. */
  valeur: string
  debut: number
  nombre: number
  totaux: Record<string, number>
}

/** A page of a list, in the order asked. */
export interface PageDeListe<Ligne = unknown> {
  lignes: Ligne[]
  debut: number
  /** Rows that the search and the filter keep, and rows in all. */
  retenues: number
  ensemble: number
  /** By column, over the rows kept; empty unless asked. */
  totaux: Record<string, number>
  groupes: GroupeDeListe[] | null
  /** By the keys asked. */
  comptes: Record<string, number>
  /** What was left out of the demand, in sentences: columns that are no more. */
  abandons: string[]
}
