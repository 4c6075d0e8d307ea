import { z } from 'zod'
import { booleen, codeDepartement, id, jour, ligne, ligneRequise } from '../../schema'

/** A network: FOQUALE, PSAD, dispositif relais… with its head établissement and its animateur. */
export const reseau = z.object({
  id,
  code: ligneRequise.max(40),
  nom: ligneRequise,
  typeId: id,
  departement: codeDepartement.nullable(),
  /** Bassin, district or ZAP it covers. */
  bassin: ligne,
  teteId: id.nullable(),
  /** Name of the chef d’établissement who leads it, as the académie writes it. */
  animateur: ligne,
  problematique: z.string().max(5000),
  actif: booleen,
  cleTri: z.string(),
  cleRecherche: z.string(),
})
export type Reseau = z.infer<typeof reseau>

/** An établissement's membership; `finLe` null while it lasts. */
export const reseauMembre = z.object({ id, reseauId: id, etablissementId: id, debutLe: jour, finLe: jour.nullable() })
export type ReseauMembre = z.infer<typeof reseauMembre>
