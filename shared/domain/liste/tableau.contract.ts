import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { typesDeColonne } from '../../liste/colonne'
import { fichesAuPlus, replies, tri } from '../../liste/demande'
import { filtre } from '../../liste/filtre'
import { anneeId, jeton } from '../../schema'
import type { ExportDeListe } from './liste.contract'

const colonne = z.string().min(1).max(100)

/** What a cell of a table holds, as its column types it: amounts in cents, hours decimal, days `AAAA-MM-JJ`. */
const valeurDeTableau = z.union([z.string().max(32_000), z.number(), z.boolean(), z.null()])
const titre = z.string().min(1).max(300)

/**
 * Writes the rows of a table that a screen has at hand (`tableaux.ts`), as `liste.exporter` does those of the register:
 * what is seen, in the order seen, and in words what was kept.
 */
export const exporterTableau = operation({
  name: 'liste.exporterTableau',
  kind: 'query',
  long: true,
  input: z.object({
    titre,
    noun: z.object({ un: titre, plusieurs: titre }).strict(),
    anneeId,
    /** All the columns of the table: a filter may speak of one that is not seen. */
    colonnes: z
      .array(
        z
          .object({
            cle: colonne,
            titre,
            type: z.enum(typesDeColonne),
            /** Summed by the workbook, or a figure of its own. */
            total: z.union([z.literal('somme'), z.number()]).optional(),
            largeur: z.number().int().min(20).max(2000).optional(),
          })
          .strict(),
      )
      .min(1)
      .max(200),
    /** Keys of the columns seen, in their order; `lignes` has one value for each. */
    vues: z.array(colonne).min(1).max(200),
    lignes: z.array(z.array(valeurDeTableau).max(200)).max(fichesAuPlus),
    /** By key of a column seen: what the number of each row counts, where its cells differ. */
    unites: z.record(colonne, z.array(z.string().max(100)).max(fichesAuPlus)).default({}),
    groupes: z
      .array(
        z
          .object({
            valeur: z.string().max(32_000),
            debut: z.number().int().min(0),
            nombre: z.number().int().min(0),
            totaux: z.record(colonne, z.number()),
          })
          .strict(),
      )
      .max(fichesAuPlus)
      .default([]),
    replies,
    /** Rows of the table, whatever is kept of them. */
    ensemble: z.number().int().min(0),
    /** The rows were ticked one by one. */
    choisies: z.boolean().default(false),
    recherche: z.string().max(300).default(''),
    filtre: filtre.nullable().default(null),
    /** Titles of the chips pressed: alternatives, besides the filter. */
    puces: z.array(titre).max(100).default([]),
    tris: z.array(tri).max(10).default([]),
    groupe: tri.nullable().default(null),
    format: z.enum(['xlsx', 'csv']),
    jeton,
  }),
  output: returns<ExportDeListe>(),
})
