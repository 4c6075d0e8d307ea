import { expect, it } from 'vitest'
import { heuresDues } from '../../../../shared/domain/affectation/heures-dues'
import { heuresDePart } from '../../../../shared/domain/lettre-de-mission/temps-fse'
import { dossierExemple, partFseExemple } from '../../../helpers/lettre'
import { lisible } from '../../../helpers/lisible'

it.each([
  [100, 40, '561 h 36 par an'],
  // Half of an agent at 80 % is 0.40 full-time (fse.md § 4.5): 1 404 × 0.8 × 0.5.
  [80, 50, '561 h 36 par an'],
  [50, 100, '702 h par an'],
])('L13 : à %d %%, une part de %d %% ne compte la quotité qu’une fois', (quotite, pourcentage, attendu) => {
  const regime = { categorie: 'annuel', heures: 1404 } as const
  const dues = heuresDues({ regime, quotite, corpsOrsHebdo: null, heuresEnseignementHebdo: null }).heures
  const dossier = dossierExemple({ lettre: { quotite, heuresDues: dues } })
  expect(lisible(heuresDePart(partFseExemple({ pourcentage }), dossier))).toBe(attendu)
})
