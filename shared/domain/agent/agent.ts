import { z } from 'zod'
import { id, jour, ligne, ligneRequise } from '../../schema'

export const civilites = ['madame', 'monsieur'] as const
export type Civilite = (typeof civilites)[number]
export const etatsCplds = ['non', 'enCours', 'oui'] as const
export const libellesCplds: Record<(typeof etatsCplds)[number], string> = {
  non: 'Non',
  enCours: 'En cours',
  oui: 'Oui',
}

/** Someone of the network: coordonnateur, formateur… No private address, no NIR, no NUMEN (RGPD). */
export const agent = z.object({
  id,
  /** Null when the source does not say: letters then use the inclusive form. */
  civilite: z.enum(civilites).nullable(),
  nom: ligneRequise,
  prenom: ligneRequise,
  courriel: ligne,
  telephone: ligne,
  statutId: id.nullable(),
  corpsId: id.nullable(),
  grade: ligne,
  discipline: ligne,
  echelon: z.number().int().min(1).max(20).nullable(),
  echelonLe: jour.nullable(),
  contratFinLe: jour.nullable(),
  cplds: z.enum(etatsCplds),
  priseFonctionLe: jour.nullable(),
  observations: z.string().max(5000),
  cleTri: z.string(),
  cleRecherche: z.string(),
})
export type Agent = z.infer<typeof agent>
