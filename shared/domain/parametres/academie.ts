import { z } from 'zod'
import { id, ligne, ligneRequise } from '../../schema'

export const titresAutorite = ['recteur', 'rectrice'] as const
export const grillesActivite = ['domaine', 'axe'] as const

/** The académie's own settings: one row, `id = 'academie'`. */
export const academie = z.object({
  id,
  /** Two-digit code of the académie, `14`; a fictional one is allowed. */
  code: ligneRequise.max(4),
  nom: ligneRequise,
  /** « de Rennes », « d’Aix-Marseille »: how the name follows « académie ». */
  nomComplement: ligneRequise,
  region: ligne,
  service: ligne,
  adresse: z.string().max(500),
  ville: ligne,
  telephone: ligne,
  courriel: ligne,
  affaireSuiviePar: ligne,
  titreAutorite: z.enum(titresAutorite),
  /** « Pour le recteur et par délégation, … », printed above the last signature. */
  signature: z.string().max(500),
  /** Prefix of the letters' references, « DRAIO/MLDS ». */
  prefixeReference: ligne,
  /**
   * Beside the emblem of the European Union on letters that give time to an FSE operation; '' prints neither. Recommended
   * on a letter (fse.md § 4.3, 7; § 5.5): the convention of the operation decides.
   */
  mentionEurope: ligne.max(120),
  logoFichierId: id.nullable(),
  /** Whether letters spread hours by domaine (prévention…) or by axe (Lille). */
  grilleActivite: z.enum(grillesActivite),
  /** Tolerance of Σ hours = hours due, in hours a year. */
  toleranceHeures: z.number().min(0).max(200),
  /** 1 for the demonstration register. */
  demonstration: z.union([z.literal(0), z.literal(1)]),
})
export type Academie = z.infer<typeof academie>
