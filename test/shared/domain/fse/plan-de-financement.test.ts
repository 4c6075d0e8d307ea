import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { postes, regimesCouts, type RegimeCouts } from '../../../../shared/domain/fse/fse'
import {
  calculerPlan,
  coutHoraire,
  equilibre,
  fsePrevisionnel,
  partEligible,
  partEligibleHeures,
  soldeDu,
  totauxParPoste,
} from '../../../../shared/domain/fse/plan-de-financement'
import { libellesPoste, libellesRegime, postesSaisissables } from '../../../../shared/domain/fse/postes'
import { arrondirPourcent } from '../../../../shared/money'

/** Euros of the worked examples → cents. */
const e = (euros: number): number => Math.round(euros * 100)
const personnel = e(104_265.38)
const couts = { D1: personnel, D2: e(6420.18), D3: e(18_750), D4: e(9310.55) }

describe('exemple 1 : régime 40 %, région en transition', () => {
  it.each([
    [e(58_214.37), 60, e(34_928.62)],
    [e(51_986.4), 100, e(51_986.4)],
    [e(52_056.28), 33.33, e(17_350.36)],
  ])('part éligible de %d centimes à %d %%', (cout, pourcent, eligible) => {
    expect(partEligible(cout, pourcent)).toBe(eligible)
  })

  it('le tiers exact n’est pas 33,33 % : le pourcentage de la lettre fait foi', () => {
    expect(partEligibleHeures(e(52_056.28), 1, 3)).toBe(e(17_352.09))
  })

  it('calcule les coûts restants et le coût total', () => {
    const plan = calculerPlan('R40', { D1: personnel })
    expect(plan.forfait).toEqual({ poste: 'D7', assietteCents: personnel, taux: 40, montantCents: e(41_706.15) })
    expect(plan.totalCents).toBe(e(145_971.53))
    expect(plan.horsPlan).toEqual([])
  })

  it.each([
    [60, 87_582.91],
    [40, 58_388.61],
    [85, 124_075.8],
  ])('à %d %%, le FSE est tronqué à %d €', (taux, fse) => {
    expect(fsePrevisionnel(e(145_971.53), taux)).toBe(e(fse))
  })

  it('laisse 58 388,62 € à financer', () => {
    expect(equilibre(e(145_971.53), { F1: e(87_582.91) })).toEqual({ ecartCents: e(58_388.62), equilibre: false })
    expect(equilibre(e(145_971.53), { F1: e(87_582.91), F2: e(58_388.62) })).toEqual({ ecartCents: 0, equilibre: true })
  })
})

describe('exemple 2 : le même personnel sous d’autres régimes', () => {
  it.each<[RegimeCouts, number, number]>([
    ['R15', 15_639.81, 154_385.92],
    ['R7', 9712.23, 148_458.34],
    ['R20_PON', 23_999.22, 162_745.33],
    ['R25', 34_686.53, 173_432.64],
  ])('%s : forfait de %d €, coût total de %d €', (regime, forfait, total) => {
    const plan = calculerPlan(regime, couts)
    expect(plan.forfait?.montantCents).toBe(e(forfait))
    expect(plan.parPoste.D6).toBe(e(forfait))
    expect(plan.totalCents).toBe(e(total))
  })

  it('R40 avec indemnités des participants en sus', () => {
    expect(calculerPlan('R40', { D1: personnel, D4: couts.D4 }).totalCents).toBe(e(155_282.08))
  })

  it('R20_PON exclut les prestations de l’assiette : 200 000 € dont 80 000 €', () => {
    const plan = calculerPlan('R20_PON', { D1: e(120_000), D3: e(80_000) })
    expect(plan.forfait).toMatchObject({ assietteCents: e(120_000), montantCents: e(24_000) })
    expect(plan.totalCents).toBe(e(224_000))
  })

  it('R20_PERSONNEL calcule le personnel sur les autres coûts directs', () => {
    const plan = calculerPlan('R20_PERSONNEL', couts)
    expect(plan.parPoste.D1).toBe(e(6896.15))
    expect(plan.totalCents).toBe(e(41_376.88))
  })

  it('REEL additionne, UNITAIRE ne retient que les barèmes et les participants', () => {
    expect(calculerPlan('REEL', couts)).toMatchObject({ forfait: null, totalCents: e(138_746.11) })
    expect(calculerPlan('UNITAIRE', { D8: e(1000), D1: e(50) })).toMatchObject({
      totalCents: e(1000),
      horsPlan: [{ poste: 'D1', cents: e(50) }],
    })
  })

  it('garde hors plan ce que le forfait couvre', () => {
    const plan = calculerPlan('R40', couts)
    expect(plan.horsPlan).toEqual([
      { poste: 'D2', cents: couts.D2 },
      { poste: 'D3', cents: couts.D3 },
    ])
    expect(plan.totalCents).toBe(e(155_282.08))
  })

  it('applique le taux de la convention quand il diffère', () => {
    expect(calculerPlan('R15', { D1: e(1000) }, 12.5).parPoste.D6).toBe(e(125))
  })
})

it('exemple 3 : douze mois arrondis ne font pas l’année arrondie', () => {
  expect(12 * partEligible(e(4287.15), 35)).toBe(e(18_006))
  expect(partEligible(e(51_445.8), 35)).toBe(e(18_006.03))
})

describe('exemples 4 et 5 : le solde', () => {
  const convention = { conventionneCents: e(120_000), taux: 60, dejaVerseCents: 0 }

  it.each([
    [
      'sous-exécution',
      170_000,
      60_000,
      { duCents: e(102_000), autofinancementCents: e(8000), ecretementCents: 0, limite: 'taux' },
    ],
    [
      'surfinancement',
      170_000,
      75_000,
      { duCents: e(95_000), autofinancementCents: 0, ecretementCents: e(7000), limite: 'surfinancement' },
    ],
    [
      'sur-exécution',
      215_000,
      80_000,
      { duCents: e(120_000), autofinancementCents: e(15_000), ecretementCents: 0, limite: 'convention' },
    ],
    [
      'ressources supérieures au coût',
      50_000,
      60_000,
      { duCents: 0, autofinancementCents: 0, ecretementCents: e(30_000), limite: 'surfinancement' },
    ],
  ])('%s : coût de %d €, ressources de %d €', (_cas, retenu, ressources, attendu) => {
    expect(soldeDu({ ...convention, retenuCents: e(retenu), ressourcesCents: e(ressources) })).toMatchObject(attendu)
  })

  it('retranche l’avance et les acomptes, jusqu’au reversement', () => {
    const execution = { ...convention, retenuCents: e(170_000), ressourcesCents: e(60_000) }
    expect(soldeDu({ ...execution, dejaVerseCents: e(36_000) }).aVerserCents).toBe(e(66_000))
    expect(soldeDu({ ...execution, dejaVerseCents: e(110_000) }).aVerserCents).toBe(e(-8000))
  })
})

it('exemple 6 : un rejet de 5 000 € de personnel en retire 7 000 d’assiette et 4 200 de FSE', () => {
  const avant = calculerPlan('R40', { D1: e(121_428.57) })
  const apres = calculerPlan('R40', { D1: e(116_428.57) })
  expect([avant.totalCents, avant.parPoste.D7]).toEqual([e(170_000), e(48_571.43)])
  expect([apres.totalCents, apres.parPoste.D7]).toEqual([e(163_000), e(46_571.43)])
  expect([fsePrevisionnel(avant.totalCents, 60), fsePrevisionnel(apres.totalCents, 60)]).toEqual([
    e(102_000),
    e(97_800),
  ])
})

it('exemple 7 : une correction de 3 % sur 102 000 €', () => {
  expect(arrondirPourcent(e(102_000), 3)).toBe(e(3060))
})

describe('les heures valorisées', () => {
  const annuel = { coutAnnuelCents: e(49_876.32), heuresReference: 1720, quotite: 100, heuresOperation: 612.5 }

  it('au taux horaire arrondi ou à la fraction exacte, selon le choix de l’opération', () => {
    expect(coutHoraire({ ...annuel, arrondi: 'taux' })).toEqual({ tauxHoraireCents: 2900, eligibleCents: e(17_762.5) })
    expect(coutHoraire({ ...annuel, arrondi: 'resultat' })).toEqual({
      tauxHoraireCents: 2900,
      eligibleCents: e(17_761.19),
    })
  })

  it('au prorata de la quotité : 39 901,06 € pour 1 376 h', () => {
    expect(
      coutHoraire({ ...annuel, coutAnnuelCents: e(39_901.06), quotite: 80, arrondi: 'taux' }).tauxHoraireCents,
    ).toBe(2900)
  })

  it('sur 1 607 h, ce n’est pas le même taux', () => {
    expect(coutHoraire({ ...annuel, heuresReference: 1607, arrondi: 'taux' })).toEqual({
      tauxHoraireCents: 3104,
      eligibleCents: e(19_012),
    })
  })

  it('au temps variable, la fraction reste exacte', () => {
    expect(partEligibleHeures(e(4156.36), 52.5, 133)).toBe(e(1640.67))
    expect(partEligible(e(4156.36), 39.47)).toBe(e(1640.52))
  })
})

it('les lignes s’additionnent par poste', () => {
  expect(
    totauxParPoste([
      { poste: 'D1', cents: 1 },
      { poste: 'F1', cents: 5 },
      { poste: 'D1', cents: 2 },
    ]),
  ).toEqual({ D1: 3, F1: 5 })
})

describe('chaque régime', () => {
  it.each(regimesCouts)(
    '%s ne laisse pas saisir ce qu’il calcule, et son total est la somme de ses postes',
    (regime) => {
      const montant = fc.integer({ min: 0, max: 1_000_000_00 })
      fc.assert(
        fc.property(
          fc.record({
            D1: montant,
            D2: montant,
            D3: montant,
            D4: montant,
            D5: montant,
            D6: montant,
            D7: montant,
            D8: montant,
          }),
          (saisies) => {
            const plan = calculerPlan(regime, saisies)
            if (plan.forfait !== null) expect(postesSaisissables(regime)).not.toContain(plan.forfait.poste)
            expect(plan.totalCents).toBe(Object.values(plan.parPoste).reduce((a, b) => a + b, 0))
            const retenus = postesSaisissables(regime).reduce((total, poste) => total + saisies[poste], 0)
            expect(plan.totalCents).toBe(retenus + (plan.forfait?.montantCents ?? 0))
            expect(fsePrevisionnel(plan.totalCents, 60) * 100).toBeLessThanOrEqual(plan.totalCents * 60)
          },
        ),
      )
    },
  )

  it('et chaque poste a un libellé propre', () => {
    expect(new Set(postes.map((poste) => libellesPoste[poste])).size).toBe(postes.length)
    expect(new Set(regimesCouts.map((regime) => libellesRegime[regime])).size).toBe(regimesCouts.length)
  })
})
