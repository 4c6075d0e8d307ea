import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  analyserEntier,
  analyserHeures,
  analyserNombre,
  analyserPourcent,
  compte,
  formatHeures,
  formatDecimal,
  formatNombre,
  formatPourcent,
} from '../../shared/nombres'
import { messageDe, remarqueDe } from '../helpers/lisible'

describe('la lecture d’un pourcentage', () => {
  it.each([
    [0.5, 50],
    [1, 100],
    [0.9, 90],
    [0.75, 75],
    [0, 0],
    [100, 100],
    [80, 80],
    ['80%', 80],
    ['80 %', 80],
    ['50\u00A0%', 50],
    ['60\u202F%', 60],
    ['100', 100],
    ['1', 100],
    ['0,75', 75],
    ['0.9', 90],
    ['1 %', 1],
    ['0 %', 0],
    [5, 5],
    ['33,33 %', 33.33],
    ['58,3725 %', 58.3725],
    ['58,37254 %', 58.3725],
    ['60 pour cent', 60],
    [1 / 3, 33.3333],
    [0.29, 29],
  ])('lit « %s »', (brut, valeur) => {
    expect(analyserPourcent(brut)).toEqual({ ok: true, valeur })
  })

  it.each([
    ['1,5', 1.5],
    [2, 2],
    ['0,5 %', 0.5],
  ])('signale « %s » comme douteux', (brut, valeur) => {
    expect(analyserPourcent(brut)).toMatchObject({ ok: true, valeur })
    expect(remarqueDe(analyserPourcent(brut))).toContain('vérifiez')
  })

  it.each([
    ['', 'vide'],
    ['temps plein', 'n’est pas un pourcentage'],
    ['120 %', 'entre 0 et 100'],
    ['100,0001 %', 'entre 0 et 100'],
    [120, 'entre 0 et 100'],
    [-0.5, 'entre 0 et 100'],
    ['80 % 20 %', 'n’est pas un pourcentage'],
  ])('refuse « %s »', (brut, message) => {
    expect(messageDe(analyserPourcent(brut))).toContain(message)
  })

  it('relit tout pourcentage affiché', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (dixMilliemes) => {
        const valeur = dixMilliemes / 10_000
        expect(analyserPourcent(formatPourcent(valeur))).toMatchObject({ ok: true, valeur })
      }),
    )
  })
})

describe('la lecture d’heures', () => {
  it.each([
    ['13 h 30', 13.5],
    ['13h30', 13.5],
    ['13:30', 13.5],
    ['16 h 12', 16.2],
    ['1 404 h', 1404],
    ['1\u202F404\u00A0h', 1404],
    ['702', 702],
    ['702 heures', 702],
    ['16,2', 16.2],
    ['16,2 h', 16.2],
    ['45 min', 0.75],
    ['1 h 5 min', 1.083_333_333_33],
    ['1.404,5', 1404.5],
    [702, 702],
    [0, 0],
  ])('lit « %s »', (brut, valeur) => {
    const lecture = analyserHeures(brut)
    expect(lecture).toMatchObject({ ok: true })
    expect(lecture.ok && lecture.valeur).toBeCloseTo(valeur, 9)
  })

  it.each([
    ['', 'vide'],
    ['13 h 75', '60 minutes'],
    ['13 h 60', '60 minutes'],
    ['mi-temps', 'n’est pas un nombre d’heures'],
    [-3, 'négatif'],
  ])('refuse « %s »', (brut, message) => {
    expect(messageDe(analyserHeures(brut))).toContain(message)
  })

  it('relit à la minute toute durée affichée', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (minutes) => {
        const lecture = analyserHeures(formatHeures(minutes / 60))
        expect(lecture.ok && Math.round(lecture.valeur * 60)).toBe(minutes)
      }),
    )
  })
})

describe('la lecture d’un nombre', () => {
  it.each([
    ['1 404', 1404],
    ['1\u202F404,5', 1404.5],
    ['-3', -3],
    ['−3', -3],
    ['1,234.5', 1234.5],
    ['1.234', 1.234],
    ['.5', 0.5],
    [0.1 + 0.2, 0.3],
  ])('lit « %s »', (brut, valeur) => {
    expect(analyserNombre(brut)).toEqual({ ok: true, valeur })
  })

  it.each(['', 'douze', '12 places', '1,2,3', '1e5', NaN])('refuse « %s »', (brut) => {
    expect(analyserNombre(brut).ok).toBe(false)
  })

  it.each([
    ['12', true],
    [0, true],
    ['12,5', false],
    [-1, false],
    ['douze', false],
  ])('« %s » est un effectif : %s', (brut, accepte) => {
    expect(analyserEntier(brut).ok).toBe(accepte)
  })
})

describe('l’écriture des nombres', () => {
  it.each([
    [1404, '1\u202F404'],
    [1_234_567.891, '1\u202F234\u202F567,89'],
    [16.2, '16,2'],
    [16, '16'],
    [-3.5, '-3,5'],
    [-0.001, '0'],
    [0, '0'],
  ])('%d s’écrit « %s »', (valeur, ecrit) => {
    expect(formatNombre(valeur)).toBe(ecrit)
  })

  it.each([
    [1, '1,00'],
    [0.75, '0,75'],
    [1404.5, '1\u202F404,50'],
    [-0.001, '0,00'],
  ])('%d s’écrit « %s » dans une colonne', (valeur, ecrit) => {
    expect(formatDecimal(valeur)).toBe(ecrit)
  })

  it.each([
    [80, '80\u00A0%'],
    [58.3725, '58,3725\u00A0%'],
    [33.33, '33,33\u00A0%'],
  ])('%d pour cent s’écrit « %s »', (valeur, ecrit) => {
    expect(formatPourcent(valeur)).toBe(ecrit)
  })

  it.each([
    [1404, '1\u202F404\u00A0h'],
    [1123.2, '1\u202F123\u00A0h\u00A012'],
    [16.2, '16\u00A0h\u00A012'],
    [13.5, '13\u00A0h\u00A030'],
    [0.0833, '0\u00A0h\u00A005'],
    [1.9999, '2\u00A0h'],
    [-0.5, '-0\u00A0h\u00A030'],
    [0, '0\u00A0h'],
  ])('%d heures s’écrivent « %s »', (valeur, ecrit) => {
    expect(formatHeures(valeur)).toBe(ecrit)
  })

  it.each([
    [0, '0\u00A0lettre'],
    [1, '1\u00A0lettre'],
    [1404, '1\u202F404\u00A0lettres'],
  ])('%d se compte « %s »', (n, ecrit) => {
    expect(compte(n, 'lettre')).toBe(ecrit)
  })
})
