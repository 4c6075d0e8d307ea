import { describe, expect, it } from 'vitest'
import type { Poste, RegimeCouts } from '../../../../shared/domain/fse/fse'
import { controlerPlan, type ParametresFse } from '../../../../shared/domain/fse/regles'
import { lisible } from '../../../helpers/lisible'

type Colonnes = [poste: Poste, prevuCents: number, realiseCents?: number]
const lignes = (...colonnes: Colonnes[]) =>
  colonnes.map(([poste, prevuCents, realiseCents = 0]) => ({ poste, prevuCents, realiseCents }))

/** The plan of example 1 (fse.md § 3.5): balanced, at 60 %. */
const plan = lignes(
  ['D1', 3_492_862],
  ['D1', 5_198_640],
  ['D1', 1_735_036],
  ['D7', 4_170_615],
  ['F1', 8_758_291],
  ['F2', 5_838_862],
)

const regles = (
  taux: number,
  regimeCouts: RegimeCouts,
  rangs: ReturnType<typeof lignes>,
  parametres?: ParametresFse,
): string[] =>
  controlerPlan({ taux, regimeCouts }, rangs, 'prevuCents', parametres).map(
    ({ regle, gravite }) => `${regle} ${gravite}`,
  )

const messages = (taux: number, regimeCouts: RegimeCouts, rangs: ReturnType<typeof lignes>): string[] =>
  controlerPlan({ taux, regimeCouts }, rangs, 'prevuCents').map(({ message }) => lisible(message))

it('n’a rien à dire d’un plan équilibré, à son taux et à son forfait', () => {
  expect(regles(60, 'R40', plan, { tauxMaximum: 60 })).toEqual([])
})

it('n’a rien à dire d’une colonne vide', () => {
  expect(controlerPlan({ taux: 60, regimeCouts: 'R40' }, plan, 'realiseCents')).toEqual([])
})

describe('P04, l’équilibre', () => {
  it('se juge au centime, avec une tolérance si on la donne', () => {
    const ecart = lignes(['D1', 10_000], ['F1', 5000], ['F2', 4999])
    expect(regles(60, 'REEL', ecart)).toEqual(['P04 bloquant'])
    expect(regles(60, 'REEL', ecart, { toleranceCents: 1 })).toEqual([])
  })

  it('dit de quel côté est l’écart', () => {
    expect(messages(60, 'REEL', lignes(['D1', 10_000], ['F1', 5000]))).toEqual([
      'Le plan prévu n’est pas équilibré : 50,00 € manquent aux ressources.',
    ])
    expect(messages(60, 'REEL', lignes(['D1', 10_000], ['F1', 5000], ['F4', 6000]))).toEqual([
      'Le plan prévu n’est pas équilibré : 10,00 € dépassent les dépenses.',
    ])
  })

  it('se juge sur ce qui est saisi, forfait compris : celui que personne n’a saisi se signale', () => {
    const sansForfait = lignes(['D1', 10_000], ['F1', 6000], ['F2', 4000])
    expect(regles(60, 'R40', sansForfait)).toEqual(['P09 bloquant'])
    expect(messages(60, 'R40', sansForfait)).toEqual([
      'Le forfait prévu n’est pas saisi : 40 % de 100,00 € font 40,00 €.',
    ])
  })
})

describe('P05, le taux', () => {
  it('refuse un FSE arrondi au centime supérieur', () => {
    const arrondi = plan.map((ligne) =>
      ligne.poste === 'F1'
        ? { ...ligne, prevuCents: 8_758_292 }
        : ligne.poste === 'F2'
          ? { ...ligne, prevuCents: 5_838_861 }
          : ligne,
    )
    expect(regles(60, 'R40', arrondi)).toEqual(['P05 bloquant'])
  })

  it('compare aussi au maximum de la région', () => {
    expect(regles(60, 'R40', plan, { tauxMaximum: 40 })).toEqual(['P05 bloquant'])
  })

  it('accepte un taux à quatre décimales, exactement', () => {
    const exact = lignes(['D1', 1_000_000], ['F1', 583_725], ['F2', 416_275])
    expect(regles(58.3725, 'REEL', exact)).toEqual([])
    expect(regles(58.3724, 'REEL', exact)).toEqual(['P05 bloquant'])
  })
})

it('P06 refuse que le FSE et les autres financements dépassent le coût, l’autofinancement à part', () => {
  expect(regles(60, 'REEL', lignes(['D1', 10_000], ['F1', 6000], ['F2', 5000]))).toEqual([
    'P04 bloquant',
    'P06 bloquant',
  ])
  expect(regles(60, 'REEL', lignes(['D1', 10_000], ['F1', 6000], ['F4', 5000]))).toEqual(['P04 bloquant'])
})

it.each<[RegimeCouts, Poste]>([
  ['R40', 'D2'],
  ['R40', 'D3'],
  ['R40', 'D6'],
  ['R15', 'D7'],
  ['R15', 'D8'],
  ['REEL', 'D6'],
  ['UNITAIRE', 'D1'],
])('P07 refuse, sous %s, un montant au poste %s', (regime, poste) => {
  const rangs = lignes(['D4', 10_000], ['F1', 6000], ['F2', 4000], [poste, 100])
  expect(regles(60, regime, rangs)).toContain('P07 bloquant')
})

it('P09 refuse un forfait qui n’est pas celui de la convention', () => {
  const saisi = lignes(['D1', 10_000], ['D6', 2000], ['F1', 7200], ['F2', 4800])
  expect(messages(60, 'R15', saisi)).toEqual([
    'Le forfait prévu saisi, 20,00 €, n’est pas celui du régime : 15 % de 100,00 € font 15,00 €.',
  ])
  const convenu = lignes(['D1', 10_000], ['D6', 1200], ['F1', 6720], ['F2', 4480])
  expect(regles(60, 'R15', convenu, { tauxForfait: 12 })).toEqual([])
  expect(regles(60, 'R15', convenu)).toContain('P09 bloquant')
})

it('P08 rappelle les coûts simplifiés sous le seuil, quand on en donne un', () => {
  const reel = lignes(['D1', 20_000_000], ['F1', 12_000_000], ['F2', 8_000_000])
  expect(regles(60, 'REEL', reel, { seuilCoutsSimplifiesCents: 20_000_000 })).toEqual(['P08 alerte'])
  expect(regles(60, 'REEL', reel, { seuilCoutsSimplifiesCents: 19_999_999 })).toEqual([])
})

it('la colonne réalisée se juge avec les mêmes règles', () => {
  const rangs = lignes(['D1', 0, 4_866_262], ['D7', 0, 1_876_777], ['F1', 0, 4_379_146], ['F2', 0, 1_751_659])
  const constats = controlerPlan({ taux: 60, regimeCouts: 'R40' }, rangs, 'realiseCents')
  expect(constats.map(({ regle }) => regle)).toEqual(['P04', 'P05', 'P09'])
  expect(constats[0]?.message).toContain('réalisé')
})
