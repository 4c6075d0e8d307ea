import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { champDeListe, demandeDePage, type PageDeListe, rangeeDeListe, selectionDeListe } from '../../liste/demande'
import { id } from '../../schema'
import { clesDesListes } from './listes'

const liste = z.enum(clesDesListes)
const colonne = z.string().min(1).max(100)

/** A page of any list: rows, counts, totals and groups of exactly what the filter keeps. Its rows are those of the list. */
export const pageDeListe = operation({
  name: 'liste.page',
  kind: 'query',
  input: demandeDePage.extend({ liste }),
  output: returns<PageDeListe>(),
})

export interface ValeurDeColonne {
  /** As the cells show it; '' for the empty ones. */
  valeur: string
  nombre: number
}

/**
 * The distinct values of a column with how many rows have each, in French order, among the rows that the rest of the
 * filter keeps (its conditions on this very column are left aside). `texte` narrows them; at most `auPlus`, the most
 * numerous ones when there are more.
 */
export const valeursDeColonne = operation({
  name: 'liste.valeurs',
  kind: 'query',
  input: champDeListe.extend({
    liste,
    colonne,
    texte: z.string().max(300).default(''),
    auPlus: z.number().int().min(1).max(5000).default(500),
  }),
  output: returns<{ valeurs: ValeurDeColonne[]; distinctes: number }>(),
})

/** Where a record stands in the order asked, from 0; null when the filter leaves it out. */
export const rangDansListe = operation({
  name: 'liste.rang',
  kind: 'query',
  input: rangeeDeListe.extend({ liste, id }),
  output: returns<number | null>(),
})

/**
 * Ctrl+F: the rows, among those the filter keeps and by their place in the order asked, where a shown column has the
 * words. At most `auPlus` places; `nombre` counts them all.
 */
export const trouverDansListe = operation({
  name: 'liste.trouver',
  kind: 'query',
  input: rangeeDeListe.extend({
    liste,
    texte: z.string().max(300),
    colonnes: z.array(colonne).min(1).max(200),
    auPlus: z.number().int().min(1).max(100_000).default(10_000),
  }),
  output: returns<{ nombre: number; rangs: number[] }>(),
})

/** The identifiers that a selection stands for, in the list's own order. */
export const resoudreSelection = operation({
  name: 'liste.resoudre',
  kind: 'query',
  input: z.object({ liste, selection: selectionDeListe }),
  output: returns<string[]>(),
})

export const listeContract = {
  [pageDeListe.name]: pageDeListe,
  [valeursDeColonne.name]: valeursDeColonne,
  [rangDansListe.name]: rangDansListe,
  [trouverDansListe.name]: trouverDansListe,
  [resoudreSelection.name]: resoudreSelection,
}
