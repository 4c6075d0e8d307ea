import { z } from 'zod'
import { anneeId, id, jour, ligne, ligneRequise } from '../../schema'

export const etatsJalon = ['aFaire', 'fait', 'sansObjet'] as const

/** Screens that a milestone may lead to. */
export const ecransDeJalon = [
  'aucun',
  'agents',
  'etablissements',
  'reseaux',
  'couverture',
  'lettres',
  'fse',
  'bilan',
  'importClasseur',
  'parametres',
] as const
export type EcranDeJalon = (typeof ecransDeJalon)[number]

export const libellesEcran: Record<EcranDeJalon, string> = {
  aucun: 'Aucun',
  agents: 'Agents',
  etablissements: 'Établissements',
  reseaux: 'Réseaux',
  couverture: 'Couverture des réseaux',
  lettres: 'Lettres de mission',
  fse: 'FSE',
  bilan: 'Bilan',
  importClasseur: 'Import d’un classeur',
  parametres: 'Paramètres',
}

/** A milestone of the coordinator's year: the calendar is hers, what is shipped only begins it (metier.md § 8). */
export const jalon = z.object({
  id,
  anneeId,
  libelle: ligneRequise,
  /** One day, or a span: a whole month when only the month is known. */
  debutLe: jour,
  finLe: jour,
  /** How many days before its start it is to be prepared. */
  preavisJours: z.number('Un nombre de jours est attendu.').int().min(0).max(366),
  qui: ligne.max(120),
  ecran: z.enum(ecransDeJalon),
  etat: z.enum(etatsJalon),
  observations: z.string().max(5000),
})
export type Jalon = z.infer<typeof jalon>

/** A milestone as shipped in `resources/calendrier/jalons.json`: months of the school year, with a day when one is usual. */
export const jalonLivre = z.object({
  libelle: jalon.shape.libelle,
  debut: z.object({ mois: z.number().int().min(1).max(12), jour: z.number().int().min(1).max(31).optional() }),
  fin: z.object({ mois: z.number().int().min(1).max(12), jour: z.number().int().min(1).max(31).optional() }),
  preavisJours: jalon.shape.preavisJours,
  qui: jalon.shape.qui,
  ecran: jalon.shape.ecran,
})
export type JalonLivre = z.infer<typeof jalonLivre>
