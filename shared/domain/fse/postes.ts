import type { Poste, RegimeCouts, postesDepense, postesRessource } from './fse'

export type PosteDepense = (typeof postesDepense)[number]
export type PosteRessource = (typeof postesRessource)[number]

/** Source: fse.md § 3.1 and § 3.3. */
export const libellesPoste: Record<Poste, string> = {
  D1: 'Dépenses directes de personnel',
  D2: 'Dépenses directes de fonctionnement',
  D3: 'Dépenses directes de prestations de services',
  D4: 'Dépenses directes liées aux participants',
  D5: 'Dépenses en nature',
  D6: 'Dépenses indirectes',
  D7: 'Forfait «\u00A0coûts restants\u00A0»',
  D8: 'Coûts unitaires et montants forfaitaires',
  F1: 'FSE, FSE+ ou IEJ',
  F2: 'Autres financements publics',
  F3: 'Financements privés',
  F4: 'Autofinancement',
  F5: 'Recettes',
  F6: 'Contributions en nature',
}

/** Source: fse.md § 3.2. */
export const libellesRegime: Record<RegimeCouts, string> = {
  REEL: 'Coûts réels',
  R7: 'Forfait de coûts indirects sur les coûts directs (7\u00A0%)',
  R15: 'Forfait de coûts indirects sur le personnel (15\u00A0%)',
  R20_PON: 'Forfait de coûts indirects hors prestations (20\u00A0%, 2014-2020)',
  R20_PERSONNEL: 'Forfait de personnel sur les autres coûts directs (20\u00A0%)',
  R25: 'Forfait de coûts indirects sur les coûts directs (25\u00A0%)',
  R40: 'Forfait de coûts restants sur le personnel (40\u00A0%)',
  UNITAIRE: 'Coûts unitaires ou montants forfaitaires',
}

/** A poste computed from others: `taux` percent of the rounded total of `assiette`. */
export interface Forfait {
  readonly poste: PosteDepense
  readonly assiette: readonly PosteDepense[]
  /** Percent of the regulation; the convention may set another. */
  readonly tauxUsuel: number
}

/** What a regime computes, and the postes that are typed under it. */
export interface Regime {
  readonly forfait: Forfait | null
  readonly saisissables: readonly PosteDepense[]
}

const directs: readonly PosteDepense[] = ['D1', 'D2', 'D3', 'D4']
const directsEtNature: readonly PosteDepense[] = [...directs, 'D5']

const indirects = (tauxUsuel: number, assiette: readonly PosteDepense[]): Regime => ({
  forfait: { poste: 'D6', assiette, tauxUsuel },
  saisissables: directsEtNature,
})

/**
 * One regime an operation; each fixes its typed postes (fse.md § 3.2 « Règle d’exclusivité », § 3.4 formula 4).
 * Under R40 and UNITAIRE, D4 stands for the allowances and wages paid to participants, which stay at real cost.
 */
export const regimes: Record<RegimeCouts, Regime> = {
  REEL: { forfait: null, saisissables: directsEtNature },
  R7: indirects(7, directs),
  R15: indirects(15, ['D1']),
  R20_PON: indirects(20, ['D1', 'D2', 'D4']),
  R25: indirects(25, directs),
  R20_PERSONNEL: {
    forfait: { poste: 'D1', assiette: ['D2', 'D3', 'D4'], tauxUsuel: 20 },
    saisissables: ['D2', 'D3', 'D4', 'D5'],
  },
  R40: { forfait: { poste: 'D7', assiette: ['D1'], tauxUsuel: 40 }, saisissables: ['D1', 'D4'] },
  UNITAIRE: { forfait: null, saisissables: ['D4', 'D8'] },
}

/** Postes that may be typed under a regime; the others are computed or covered by the forfait. */
export const postesSaisissables = (regime: RegimeCouts): readonly PosteDepense[] => regimes[regime].saisissables
