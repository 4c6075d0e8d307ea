import { describe, expect, it } from 'vitest'
import { analyserCalcul, estUnCalcul } from '../../shared/calcul'

describe('un calcul tapé dans une cellule', () => {
  it.each([
    ['12+3*2', 18],
    ['=12+3*2', 18],
    ['= (1 404 - 702) / 2', 351],
    ['12,5 + 3', 15.5],
    ['4×17,5', 70],
    ['-3', -3],
    ['1 404', 1404],
    ['10-3-2', 5],
    ['2*-3', -6],
    ['0,1+0,2', 0.3],
    ['((2))', 2],
  ])('« %s » donne %d', (texte, attendu) => {
    expect(analyserCalcul(texte)).toEqual({ ok: true, valeur: attendu })
  })

  it.each(['12+', '*3', '(1+2', '1+2)', '3 4+a', "=cmd|' /C calc'!A0", '=SOMME(A1:A3)', '1//2', 'abc'])(
    'refuse « %s »',
    (texte) => {
      expect(analyserCalcul(texte).ok).toBe(false)
    },
  )

  it('dit qu’il divise par zéro', () => {
    expect(analyserCalcul('4/0')).toMatchObject({ ok: false, message: expect.stringContaining('divise par zéro') })
  })

  it.each([
    ['12', false],
    ['-12', false],
    ['12-3', true],
    ['=12', true],
    ['2026-08-31', true],
    ['abc', false],
  ])('« %s » est un calcul : %s', (texte, attendu) => {
    expect(estUnCalcul(texte)).toBe(attendu)
  })
})
