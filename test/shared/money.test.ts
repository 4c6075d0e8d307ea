import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/app-error'
import {
  analyserMontant,
  arrondirPourcent,
  arrondirProrata,
  formatMontant,
  formatMontantSaisi,
  tronquerPourcent,
} from '../../shared/money'
import { messageDe } from '../helpers/lisible'

describe('la lecture d’un montant', () => {
  it.each([
    ['34 928,62 €', 3_492_862],
    ['34\u202F928,62\u00A0€', 3_492_862],
    ['25993,2', 2_599_320],
    ['17464.31', 1_746_431],
    [17464.31, 1_746_431],
    [58388.62, 5_838_862],
    [0.1 + 0.2, 30],
    [1e21 / 1e16, 10_000_000],
    [-5000, -500_000],
    [0, 0],
    ['12', 1200],
    ['12,', 1200],
    [',5', 50],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ["1'234,56", 123_456],
    ['=1+1', 200],
    ['120 EUR', 12_000],
    ['120 euros', 12_000],
    ['(12,50)', -1250],
    ['-12,50', -1250],
    ['−12,50 €', -1250],
    ['=12,5+3', 1550],
    ['120+35,50', 15_550],
    ['120 + 35,50 - 5', 15_050],
    ['0,00 €', 0],
    ['10 000 000 000,00 €', 1_000_000_000_000],
  ])('lit « %s »', (brut, valeur) => {
    expect(analyserMontant(brut)).toEqual({ ok: true, valeur })
  })

  it('arrondit le nombre d’une cellule au centime et le dit', () => {
    expect(analyserMontant(17350.365)).toEqual({
      ok: true,
      valeur: 1_735_037,
      remarque: 'Le montant a été arrondi au centime.',
    })
    expect(analyserMontant(1e-9)).toMatchObject({ ok: true, valeur: 0 })
  })

  it.each([
    ['', 'vide'],
    ['€', 'vide'],
    ['1.234', 'plus de deux décimales'],
    ['12,345 €', 'plus de deux décimales'],
    ['douze', 'n’est pas un montant'],
    ['en attente', 'n’est pas un montant'],
    ['12,5,6', 'n’est pas un montant'],
    ['=SUM(A1:A3)', 'n’est pas un montant'],
    ['12+', 'n’est pas un montant'],
    ['99 999 999 999 999', 'trop grand'],
    ['10 000 000 000,01', 'trop grand'],
    ['-10 000 000 000,01', 'trop grand'],
    [Number.POSITIVE_INFINITY, 'n’est pas un nombre'],
  ])('refuse « %s »', (brut, message) => {
    expect(messageDe(analyserMontant(brut))).toContain(message)
  })

  it('relit tout montant affiché, au centime', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (cents) => {
        expect(analyserMontant(formatMontant(cents))).toEqual({ ok: true, valeur: cents })
        expect(analyserMontant(formatMontantSaisi(cents))).toEqual({ ok: true, valeur: cents })
        expect(analyserMontant(cents / 100)).toEqual({ ok: true, valeur: cents })
      }),
    )
  })
})

it.each([
  [123_456, '1\u202F234,56\u00A0€'],
  [3_492_862, '34\u202F928,62\u00A0€'],
  [123_456_789_01, '123\u202F456\u202F789,01\u00A0€'],
  [5, '0,05\u00A0€'],
  [0, '0,00\u00A0€'],
  [-1250, '-12,50\u00A0€'],
])('%d centimes s’écrivent « %s »', (cents, ecrit) => {
  expect(formatMontant(cents)).toBe(ecrit)
})

describe('un pourcentage d’un montant', () => {
  it.each([
    [5_821_437, 60, 3_492_862, 3_492_862],
    [5_205_628, 33.33, 1_735_036, 1_735_035],
    [14_597_153, 60, 8_758_292, 8_758_291],
    [14_597_153, 85, 12_407_580, 12_407_580],
    [428_715, 35, 150_050, 150_050],
    [100_000, 58.3725, 58_373, 58_372],
    [1, 50, 1, 0],
    [-1, 50, -1, 0],
    [-500_000, 40, -200_000, -200_000],
    [9_007_199_254_740_991, 100, 9_007_199_254_740_991, 9_007_199_254_740_991],
  ])('%d centimes à %d %% : arrondi %d, tronqué %d', (cents, pourcent, arrondi, tronque) => {
    expect(arrondirPourcent(cents, pourcent)).toBe(arrondi)
    expect(tronquerPourcent(cents, pourcent)).toBe(tronque)
  })

  it('ne dépasse jamais le taux quand il est tronqué, ni d’un demi-centime quand il est arrondi', () => {
    const cents = fc.integer({ min: 0, max: 1_000_000_000 })
    const dixMilliemes = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(cents, dixMilliemes, (montant, taux) => {
        const exact = BigInt(montant) * BigInt(taux)
        const tronque = BigInt(tronquerPourcent(montant, taux / 10_000)) * 1_000_000n
        const arrondi = BigInt(arrondirPourcent(montant, taux / 10_000)) * 1_000_000n
        expect(tronque <= exact && exact - tronque < 1_000_000n).toBe(true)
        expect(arrondi - exact <= 500_000n && exact - arrondi < 500_000n).toBe(true)
      }),
    )
  })

  it('refuse plus de quatre décimales et les centimes fractionnaires', () => {
    expect(() => arrondirPourcent(100, 33.33333)).toThrow(AppError)
    expect(() => tronquerPourcent(10.5, 50)).toThrow('nombre entier de centimes')
  })
})

describe('une fraction d’un montant', () => {
  it.each([
    [415_636, 52.5, 133, 164_067],
    [4_987_632, 1, 1720, 2900],
    [4_987_632, 612.5, 1720, 1_776_119],
    [4_987_632, 1, 1607, 3104],
    [3_990_106, 1, 1376, 2900],
    [-415_636, 52.5, 133, -164_067],
  ])('%d × %d / %d = %d', (cents, numerateur, denominateur, attendu) => {
    expect(arrondirProrata(cents, numerateur, denominateur)).toBe(attendu)
  })

  it('refuse un dénominateur nul', () => {
    expect(() => arrondirProrata(100, 1, 0)).toThrow('ne peut pas être nul')
  })
})
