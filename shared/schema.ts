import { z } from 'zod'
import { jourValide } from './dates'
import { uaiValide } from './uai'

/** Building blocks of the register's schemas: one definition per kind of value. */

/** Text identifier (UUID v7), or a readable one for school years and settings. */
export const id = z.string().min(1, 'Identifiant manquant.').max(64)

/** A calendar day, `AAAA-MM-JJ`; never a `Date`. */
export const jour = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Date attendue au format JJ/MM/AAAA.')
  .refine(jourValide, 'Ce jour n’existe pas dans le calendrier.')

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime()

/** A one-line text, trimmed; may be empty. */
export const ligne = z.string().trim().max(300, '300 caractères au plus.')
/** A one-line text that must say something. */
export const ligneRequise = ligne.min(1, 'Ce champ est obligatoire.')

/** A percentage of working time: more than 0, at most 100, up to four decimals. */
export const pourcentage = z
  .number('Un pourcentage est attendu.')
  .gt(0, 'Le pourcentage doit être supérieur à 0.')
  .max(100, 'Le pourcentage ne peut pas dépasser 100 %.')

/** Hours, decimal. */
export const heures = z
  .number('Un nombre d’heures est attendu.')
  .min(0, 'Un nombre d’heures ne peut pas être négatif.')
  .max(10_000)

/** Euros in integer cents; may be negative (a correction). */
export const cents = z.number('Un montant est attendu.').int().min(-1e13).max(1e13)

/** SQLite has no boolean: 0 or 1 in the register. */
export const booleen = z.union([z.literal(0), z.literal(1)])

/** School year identifier, `2025-2026`. */
export const anneeId = z.string().regex(/^\d{4}-\d{4}$/, 'Année scolaire attendue, par exemple 2025-2026.')

/** Code UAI, 7 digits and the key letter (checked by `uai.ts`). */
export const codeUai = z.string().refine(uaiValide, 'Code UAI attendu : 7 chiffres et leur lettre-clé.')

/** Three-character département code, `035`, `02A`, `971`. */
export const codeDepartement = z.string().regex(/^(\d{3}|02[AB])$/, 'Code de département attendu, par exemple 035.')

/** Choosing one record of a file the main process gave: an opaque token, never a path. */
export const jeton = z.string().min(1).max(100)
