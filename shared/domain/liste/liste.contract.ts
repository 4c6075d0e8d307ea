import { z } from 'zod'
import { operation, returns } from '../../ipc'
import {
  champDeListe,
  contexteDeListe,
  demandeDePage,
  type PageDeListe,
  rangeeDeListe,
  replies,
  selectionDeListe,
} from '../../liste/demande'
import { id, jeton } from '../../schema'
import type { FichierChoisi } from '../fichier/fichier.contract'
import { clesDesListes } from './listes'
import { examinerSuppression } from './suppression.contract'
import { exporterTableau } from './tableau.contract'

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

/** A text is read by the column it goes to; a number, a yes or no, or nothing is a value already read. */
const valeurDeCellule = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])

/** What one step of the journal takes: the largest paste of a whole sheet, and more. */
const cellulesAuPlus = 1_000_000

/**
 * Cells to write: a block as pasted (one line of `valeurs` a record, one value a column), cells here and there, or the
 * same values for a whole selection.
 */
export const blocDeCellules = z.union([
  z
    .object({
      ids: z.array(id).min(1).max(cellulesAuPlus),
      colonnes: z.array(colonne).min(1).max(200),
      valeurs: z.array(z.array(valeurDeCellule).max(200)).max(cellulesAuPlus),
    })
    .strict(),
  z
    .object({
      cellules: z
        .array(z.object({ id, colonne, valeur: valeurDeCellule }).strict())
        .min(1)
        .max(cellulesAuPlus),
    })
    .strict(),
  z
    .object({
      selection: selectionDeListe,
      colonnes: z.array(colonne).min(1).max(200),
      valeurs: z.array(valeurDeCellule).min(1).max(200),
    })
    .strict(),
])

/** `e` written, `i` unchanged, `r` refused. */
export type EtatDeCellule = 'e' | 'i' | 'r'

interface RefusDeCellule {
  id: string
  colonne: string
  /** The sentence of the rule. */
  message: string
  /** A text to propose instead. */
  suggestion?: string
}

export interface EcritureDeListe {
  /** One letter (`EtatDeCellule`) a cell, in the order given: one text a record, or a single text for cells here and there. */
  etats: string[]
  ecrites: number
  inchangees: number
  refusees: number
  /** The first five thousand; `etats` has them all. */
  refus: RefusDeCellule[]
  /** False when nothing was kept: a trial, or « tout ou rien » with a refusal. */
  gardees: boolean
}

/** A cell that a trial would write, or that it refuses. */
export interface CelluleEssayee {
  id: string
  colonne: string
  /** What the row is called: its first column. */
  libelle: string
  /** The cell as it reads now. */
  avant: string
  /** The sentence of the rule; null when it would be written. */
  refus: string | null
}

/** What a trial says: the counts are of all the cells, those shown are the first five hundred refused and written. */
export interface EssaiDEcriture extends EcritureDeListe {
  essayees: CelluleEssayee[]
}

const cellules = z.object({ liste, contexte: contexteDeListe, bloc: blocDeCellules })

/**
 * Writes cells, each one read by its column and ruled like the form of its record; one step of the journal for all of
 * them. What is refused does not keep the rest from being written, unless `toutOuRien`. Cancelled, it leaves nothing.
 */
export const ecrireListe = operation({
  name: 'liste.ecrire',
  kind: 'command',
  long: true,
  input: cellules.extend({ toutOuRien: z.boolean().default(false) }),
  output: returns<EcritureDeListe>(),
})

/** What `liste.ecrire` would answer, nothing being kept. */
export const verifierEcriture = operation({
  name: 'liste.verifier',
  kind: 'query',
  long: true,
  input: cellules,
  output: returns<EssaiDEcriture>(),
})

export interface SuppressionDeListe {
  supprimees: number
  refusees: number
  /** The first two hundred, each with the sentence of its rule. */
  refus: { id: string; libelle: string; message: string }[]
}

/**
 * Deletes the records of a selection, each by the rule of its own form; one step of the journal for all of them. What is
 * refused stays, and does not keep the rest from being deleted. Cancelled, it leaves everything.
 */
export const supprimerDeListe = operation({
  name: 'liste.supprimer',
  kind: 'command',
  long: true,
  input: z.object({ liste, contexte: contexteDeListe, selection: selectionDeListe }),
  output: returns<SuppressionDeListe>(),
})

/** What may be written in a column that takes a value among few, in its order: labels; empty when any text may be. */
export const optionsDeColonne = operation({
  name: 'liste.options',
  kind: 'query',
  input: z.object({ liste, colonne }),
  output: returns<string[]>(),
})

export interface ExportDeListe extends FichierChoisi {
  lignes: number
}

/** Writes what is seen, whole or not at all: the columns given, in their order, of the rows kept, in theirs. */
export const exporterListe = operation({
  name: 'liste.exporter',
  kind: 'query',
  long: true,
  input: rangeeDeListe.extend({
    liste,
    colonnes: z.array(colonne).min(1).max(200),
    /** Widths in pixels of those that the user set; the others are as wide as their texts. */
    largeurs: z.record(colonne, z.number().int().min(20).max(2000)).default({}),
    replies,
    /** Of these rows only, whatever the filter kept since they were chosen. */
    selection: selectionDeListe.optional(),
    format: z.enum(['xlsx', 'csv']),
    jeton,
  }),
  output: returns<ExportDeListe>(),
})

export const listeContract = {
  [pageDeListe.name]: pageDeListe,
  [valeursDeColonne.name]: valeursDeColonne,
  [rangDansListe.name]: rangDansListe,
  [trouverDansListe.name]: trouverDansListe,
  [resoudreSelection.name]: resoudreSelection,
  [ecrireListe.name]: ecrireListe,
  [verifierEcriture.name]: verifierEcriture,
  [optionsDeColonne.name]: optionsDeColonne,
  [exporterListe.name]: exporterListe,
  [exporterTableau.name]: exporterTableau,
  [supprimerDeListe.name]: supprimerDeListe,
  [examinerSuppression.name]: examinerSuppression,
}
