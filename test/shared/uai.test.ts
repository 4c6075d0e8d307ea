import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyserUai, departementDeUai, extraireUais, lettreCleAttendue, uaiValide } from '../../shared/uai'
import { messageDe } from '../helpers/lisible'

const reels = [
  '0750654D',
  '0951099D',
  '0783774D',
  '0540089D',
  '0010005A',
  '0480680D',
  '0781977A',
  '0350760L',
  '0920131T',
  '0752524L',
  '6200002H',
  '7200009X',
]

describe('la clé d’un code UAI', () => {
  it.each(reels)('reconnaît %s', (uai) => {
    expect(uaiValide(uai)).toBe(true)
    expect(lettreCleAttendue(uai.slice(0, 7))).toBe(uai[7])
  })

  it.each(['0350760M', '0350760l', ' 0350760L', '350760L', '0350760', '03507601', ''])('refuse « %s »', (uai) => {
    expect(uaiValide(uai)).toBe(false)
  })

  it('n’existe pas pour autre chose que sept chiffres', () => {
    expect(lettreCleAttendue('035076')).toBeUndefined()
    expect(lettreCleAttendue('035076A')).toBeUndefined()
  })

  it('n’emploie jamais I, O ni Q', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (n) => {
        expect(lettreCleAttendue(String(n).padStart(7, '0'))).toMatch(/^[A-HJ-NPR-Z]$/)
      }),
    )
  })

  it('dénonce tout chiffre changé', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.nat(6),
        fc.integer({ min: 1, max: 9 }),
        (n, rang, ecart) => {
          const chiffres = String(n).padStart(7, '0')
          const faux =
            chiffres.slice(0, rang) + String((Number(chiffres[rang]) + ecart) % 10) + chiffres.slice(rang + 1)
          expect(uaiValide(faux + (lettreCleAttendue(chiffres) ?? ''))).toBe(false)
        },
      ),
    )
  })
})

describe('la lecture d’un code UAI', () => {
  it.each([
    ['0350760L', '0350760L'],
    ['0350894g ', '0350894G'],
    ['035 0894 G', '0350894G'],
    ['035\u00A00894\u202FG', '0350894G'],
    ['0 3 5 0 8 9 4 g', '0350894G'],
    ['0350894-G', '0350894G'],
    ['0352318E Lycée Jean Brito', '0352318E'],
    ['Lycée (0352318e)', '0352318E'],
    ['ce.0350894g@ac-exemple.fr', '0350894G'],
    ['０３５０８９４Ｇ', '0350894G'],
    ['0350894G, 0350894g', '0350894G'],
  ])('lit « %s »', (brut, valeur) => {
    expect(analyserUai(brut)).toEqual({ ok: true, valeur })
  })

  it('rétablit le zéro de tête perdu par le tableur et le signale', () => {
    expect(analyserUai('350894G')).toEqual({
      ok: true,
      valeur: '0350894G',
      remarque: 'Le zéro de tête, perdu dans le tableur, a été rétabli.',
    })
    expect(analyserUai('10005A')).toMatchObject({ ok: true, valeur: '0010005A' })
  })

  it.each([
    ['0351904R', 'ses chiffres appellent la lettre E', '0351904E'],
    ['0350894', 'Il manque la lettre', '0350894G'],
    ['350894', 'Il manque la lettre', '0350894G'],
    ['O350894G', 'une lettre à la place d’un chiffre', '0350894G'],
    ['00I0005A', 'une lettre à la place d’un chiffre', '0010005A'],
  ])('refuse « %s » et propose une correction', (brut, message, suggestion) => {
    expect(analyserUai(brut)).toMatchObject({ ok: false, suggestion })
    expect(messageDe(analyserUai(brut))).toContain(message)
  })

  it.each([
    ['', 'vide'],
    ['Lycée Jean Brito', 'n’est pas un code UAI'],
    ['0350894G et 0352318E', 'plusieurs codes'],
    ['12345678L', 'n’est pas un code UAI'],
    ['350894A', 'n’est pas un code UAI'],
  ])('refuse « %s » sans rien proposer', (brut, message) => {
    expect(analyserUai(brut)).not.toHaveProperty('suggestion')
    expect(messageDe(analyserUai(brut))).toContain(message)
  })

  it('relit dans le désordre des espaces et de la casse tout code juste', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.array(fc.constantFrom(' ', '\u00A0', ''), { minLength: 8, maxLength: 8 }),
        (n, vides) => {
          const chiffres = String(n).padStart(7, '0')
          const uai = chiffres + (lettreCleAttendue(chiffres) ?? '')
          const tape = [...uai.toLowerCase()].map((lettre, rang) => lettre + (vides[rang] ?? '')).join('')
          expect(analyserUai(tape)).toEqual({ ok: true, valeur: uai })
        },
      ),
    )
  })
})

describe('une liste de codes', () => {
  it('est lue dans l’ordre, sans doublon, les codes faux expliqués', () => {
    const lues = extraireUais('0352318E Lycée Jean Brito; 0350048m Lycée Cartier ; 0351904R, 0352318E')
    expect(lues.map((lecture) => (lecture.ok ? lecture.valeur : lecture.suggestion))).toEqual([
      '0352318E',
      '0350048M',
      '0351904E',
    ])
    expect(lues.map(({ ok }) => ok)).toEqual([true, true, false])
  })

  it('est vide quand le texte ne contient aucun code', () => {
    expect(extraireUais('Lycée Jean Brito, 02 99 00 26 15')).toEqual([])
  })
})

it.each([
  ['0350760L', '035'],
  ['0750654D', '075'],
  ['6200002H', '02A'],
  ['7200009X', '02B'],
  ['9740001A', '974'],
])('le département de %s est %s', (uai, departement) => {
  expect(departementDeUai(uai)).toBe(departement)
})
