import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId, id, jeton } from '../../schema'
import type { ApercuClasseur } from './apercu'
import { correctionsMax } from './classeur'
import type { ContenuImport, ImportFait } from './historique'
import { naturesFeuille, type PlanImportation } from './plan'

/** Name of a sheet and address of a cell, as Excel bounds them; nothing here is ever executed. */
const feuille = z.string().min(1).max(100)
const ligne = z.number().int().min(1).max(1_048_576)
const colonne = z.number().int().min(1).max(16_384)

/** What the user chose: the workbook, the school year, and what she corrected, remapped or unticked. */
const choix = z.object({
  jeton,
  anneeId,
  /** Natures of sheet to import; all of those recognised by default. */
  natures: z.array(z.enum(naturesFeuille)).optional(),
  /** Mappings set by hand; `nature` null leaves the sheet aside. */
  correspondances: z
    .array(
      z.object({
        feuille,
        nature: z.enum(naturesFeuille).nullable(),
        ligneEntetes: ligne,
        /** Left out: recognised from the titles of that row. */
        colonnes: z.record(z.string().max(80), colonne).optional(),
      }),
    )
    .max(200)
    .optional(),
  corrections: z
    .array(z.object({ feuille, cellule: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/), valeur: z.string().max(10_000) }))
    .max(correctionsMax)
    .optional(),
  exclues: z
    .array(z.object({ feuille, lignes: z.array(ligne).max(100_000) }))
    .max(200)
    .optional(),
  /** Accept every correction that the import is sure of, as the « Corriger » buttons would. */
  corrigerTout: z.boolean().optional(),
})
export type ChoixImportation = z.input<typeof choix>

/** What the import of a workbook would do, row by row; writes nothing. */
export const analyserClasseur = operation({
  name: 'importation.analyser',
  kind: 'query',
  input: choix,
  output: returns<PlanImportation>(),
  long: true,
})

/** The same for the window: only what differs from the preview it has (`base`) crosses again. Writes nothing. */
export const apercevoirClasseur = operation({
  name: 'importation.apercevoir',
  kind: 'query',
  input: choix.omit({ corrigerTout: true, natures: true }).extend({ base: z.number().int().optional() }),
  output: returns<ApercuClasseur>(),
  long: true,
})

/**
 * Imports the rows that can be, in one transaction; those to correct and duplicates stay out. Returns the plan that was
 * carried out. With `empreinte`, refused when the file is no longer the one that was shown. The mapping is remembered.
 */
export const executerImportation = operation({
  name: 'importation.executer',
  kind: 'command',
  input: choix.extend({ empreinte: z.string().optional() }),
  output: returns<PlanImportation & { importId: string }>(),
  long: true,
})

/** Writes the rows that would not be imported into a workbook, each reason as a comment on its cell. */
export const enregistrerLignesACorriger = operation({
  name: 'importation.enregistrerLignesACorriger',
  kind: 'query',
  input: choix.extend({ sortieJeton: jeton }),
  output: returns<{ lignes: number; nom: string }>(),
  long: true,
})

/** One import of the history, with its step of the journal. */
export interface ImportListe extends Omit<ImportFait, 'contenu'> {
  etapeSeq: number
  qui: string
  /** « Annulé » when false: its step was undone. */
  tient: boolean
}

/** A record that an import wrote. */
export interface FicheImportee {
  /** The table and identifier of the record that has a page. */
  table: string
  id: string
  libelle: string
  genre: 'creation' | 'modification'
}

export interface RapportImport extends ImportListe {
  contenu: ContenuImport
  /** The first records written, in the order of the file; `nombreFiches` counts them all. */
  fiches: FicheImportee[]
  nombreFiches: number
}

/** Every import, the newest first, those that were undone too. */
export const listerImports = operation({
  name: 'importation.historique',
  kind: 'query',
  input: z.object({}),
  output: returns<ImportListe[]>(),
})

/** What one import did: counts, records, rows left out, corrections, columns. */
export const lireRapportImport = operation({
  name: 'importation.rapport',
  kind: 'query',
  input: z.object({ id }),
  output: returns<RapportImport>(),
})

export const importationContract = {
  [analyserClasseur.name]: analyserClasseur,
  [apercevoirClasseur.name]: apercevoirClasseur,
  [listerImports.name]: listerImports,
  [lireRapportImport.name]: lireRapportImport,
  [executerImportation.name]: executerImportation,
  [enregistrerLignesACorriger.name]: enregistrerLignesACorriger,
}
