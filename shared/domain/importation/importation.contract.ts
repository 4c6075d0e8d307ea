import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId, jeton } from '../../schema'
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
        colonnes: z.record(z.string().max(80), colonne),
      }),
    )
    .max(200)
    .optional(),
  corrections: z
    .array(z.object({ feuille, cellule: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/), valeur: z.string().max(10_000) }))
    .max(20_000)
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

/**
 * Imports the rows that can be, in one transaction; those to correct and duplicates stay out. Returns the plan that was
 * carried out. With `empreinte`, refused when the file is no longer the one that was shown. The mapping is remembered.
 */
export const executerImportation = operation({
  name: 'importation.executer',
  kind: 'command',
  input: choix.extend({ empreinte: z.string().optional() }),
  output: returns<PlanImportation>(),
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

export const importationContract = {
  [analyserClasseur.name]: analyserClasseur,
  [executerImportation.name]: executerImportation,
  [enregistrerLignesACorriger.name]: enregistrerLignesACorriger,
}
