import { z } from 'zod'
import { booleen, codeDepartement, codeUai, id, jour, ligne, ligneRequise } from '../../schema'

export const secteurs = ['public', 'prive'] as const
export const etatsEtablissement = ['ouvert', 'ferme'] as const

/** An établissement of the annuaire de l’éducation (EPLE, CIO, service…), identified by its UAI. */
export const etablissement = z.object({
  id,
  uai: codeUai,
  nom: ligneRequise,
  /** The annuaire's `type_etablissement`: Collège, Lycée, EREA, Information et orientation… */
  type: ligneRequise,
  /** The annuaire's `libelle_nature`, as published. */
  nature: ligne,
  secteur: z.enum(secteurs),
  adresse: ligne,
  codePostal: ligne,
  commune: ligne,
  departement: codeDepartement,
  academieCode: ligne,
  telephone: ligne,
  courriel: ligne,
  bassinCode: ligne,
  bassinNom: ligne,
  zapCode: ligne,
  zapNom: ligne,
  /** '' when none, otherwise « REP », « REP+ »… as published. */
  educationPrioritaire: ligne,
  voieGenerale: booleen,
  voieTechnologique: booleen,
  voieProfessionnelle: booleen,
  segpa: booleen,
  ulis: booleen,
  nombreEleves: z.number().int().min(0).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  ouvertLe: jour.nullable(),
  etat: z.enum(etatsEtablissement),
  /** Day it was found closed or missing; null while open. */
  fermeLe: jour.nullable(),
  /** The annuaire's `date_maj_ligne`. */
  annuaireLe: jour.nullable(),
  /** Sort and search keys, written by the register (`text.ts`). */
  cleTri: z.string(),
  cleRecherche: z.string(),
})
export type Etablissement = z.infer<typeof etablissement>
