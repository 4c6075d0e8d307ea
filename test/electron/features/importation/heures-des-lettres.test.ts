import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { analyserClasseur } from '../../../../shared/domain/importation/importation.contract'
import { signalementsDuPlan } from '../../../../shared/domain/importation/plan'
import { donnerClasseur, insertEtablissementsCites } from '../../../helpers/importation'
import { caradec, entetes } from '../../../helpers/importation-personnels'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
  await insertEtablissementsCites(r)
})
afterEach(() => {
  r.close()
})

/** What the import says of the hours of one letter, for a service in the régime given. */
async function direHeures(regime: string, quotite: string, heures: number, toleranceHeures: number) {
  await r.db.updateTable('academie').set({ toleranceHeures }).execute()
  const jeton = donnerClasseur(r, {
    Personnels: [
      [...entetes, 'Régime de service'],
      [...caradec.with(4, quotite), regime],
    ],
    'Lettres de mission': [
      ['Nom', 'Prénom', 'Établissements', 'Heures prévention', 'Heures remédiation', 'Total'],
      ['CARADEC', 'Inès', '0351796M', heures, 0, heures],
    ],
  })
  const plan = await r.call(analyserClasseur, { jeton, anneeId: '2025-2026' })
  return signalementsDuPlan(plan)
    .filter(({ regle }) => regle === 'lettres.heures')
    .map(({ message }) => message.replace(/\u00A0|\u202F/gu, ' '))
}

describe('les heures d’une lettre importée, avec une tolérance de 18 h par an', () => {
  test.each([
    ['1 404 h', '100 %', 1404, null],
    ['1 404 h', '100 %', 1421, null],
    ['1 404 h', '100 %', 1423, '1 423 h pour 1 404 h dues par an à 100 % : 19 h de trop'],
    ['1 404 h', '50 %', 690, null],
    ['18 h', '100 %', 18, null],
    ['18 h', '100 %', 18.5, null],
    ['18 h', '100 %', 17.5, null],
    ['18 h', '100 %', 19, '19 h pour 18 h dues par semaine à 100 % : 1 h de trop'],
    ['18 h', '50 %', 8, '8 h pour 9 h dues par semaine à 50 % : 1 h de moins'],
  ])('en « %s » à %s, %s h réparties', async (regime, quotite, heures, dit) => {
    const dits = await direHeures(regime, quotite, heures, 18)
    expect(dits).toEqual(
      dit === null ? [] : [expect.stringContaining(`La lettre répartit ${dit}. Les heures écrites sont reprises.`)],
    )
  })
})
