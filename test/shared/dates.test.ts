import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import {
  ajouterJours,
  ajouterMois,
  analyserJour,
  composerJour,
  finDeMois,
  formatInstant,
  formatJour,
  jourDuNumeroExcel,
  jourEnLettres,
  joursEntre,
  jourValide,
  nomDuJour,
  partiesLocales,
} from '../../shared/dates'
import { messageDe } from '../helpers/lisible'

const fuseaux = ['Europe/Paris', 'America/Cayenne', 'Pacific/Noumea', 'UTC']
const fuseauDeDepart = process.env.TZ
const jour = fc.integer({ min: -25_000, max: 60_000 }).map((numero) => ajouterJours('1970-01-01', numero))

afterEach(() => {
  if (fuseauDeDepart === undefined) delete process.env.TZ
  else process.env.TZ = fuseauDeDepart
})

it.each([
  ['2026-08-31', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2026-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-01', false],
  ['2026-08-31T00:00:00Z', false],
  ['', false],
])('« %s » est un jour : %s', (texte, valide) => {
  expect(jourValide(texte)).toBe(valide)
})

describe('la lecture d’une date', () => {
  it.each([
    ['31/08/2026', '2026-08-31'],
    ['1/9/2026', '2026-09-01'],
    ['04.08.26', '2026-08-04'],
    ['31-08-2026', '2026-08-31'],
    ['31 08 2026', '2026-08-31'],
    ['2026-08-31', '2026-08-31'],
    ['2026-08-30T00:00:00.000Z', '2026-08-30'],
    ['31/08/2026 14:32', '2026-08-31'],
    ['le 12 octobre 2025', '2025-10-12'],
    ['dimanche 12 octobre 2025', '2025-10-12'],
    ['Le lundi 1er septembre 2025', '2025-09-01'],
    ['1er septembre 2026', '2026-09-01'],
    ['1\u00A0er\u00A0sept. 2026', '2026-09-01'],
    ['3 AOUT 2026', '2026-08-03'],
    ['12-oct-25', '2025-10-12'],
    ['29 févr. 2024', '2024-02-29'],
    [' 31/08/2026 ', '2026-08-31'],
    ['46265', '2026-08-31'],
    [46265, '2026-08-31'],
    [46265.75, '2026-08-31'],
  ])('lit « %s »', (brut, valeur) => {
    expect(analyserJour(brut)).toEqual({ ok: true, valeur })
  })

  it.each([
    ['01/01/69', {}, '2069-01-01'],
    ['01/01/70', {}, '1970-01-01'],
    ['01/01/40', { pivot: 30 }, '1940-01-01'],
    [44803, { systeme1904: true }, '2026-08-31'],
  ])('lit « %s » avec les réglages %j', (brut, reglages, valeur) => {
    expect(analyserJour(brut, reglages)).toEqual({ ok: true, valeur })
  })

  it('propose le bon ordre quand le mois vient avant le jour', () => {
    const lecture = analyserJour('08/31/2026')
    expect(lecture).toMatchObject({ ok: false, suggestion: '31/08/2026' })
    expect(messageDe(lecture)).toBe(
      '« 08/31/2026 » n’est pas une date : il n’y a pas de mois 31. Écrivez le jour avant le mois.',
    )
  })

  it.each([
    ['31/02/2026', 'février 2026 compte 28 jours'],
    ['31 juin 2026', 'juin 2026 compte 30 jours'],
    ['45/45/2026', 'il n’y a pas de mois 45'],
    ['12/00/2026', 'il n’y a pas de mois 0'],
    ['00/12/2026', 'décembre 2026 compte 31 jours'],
    ['3/11', 'n’indique pas d’année'],
    ['arrêt depuis le 3/11', 'n’est pas une date'],
    ['12 jui 2026', 'n’est pas une date'],
    ['12 brumaire 2026', 'n’est pas une date'],
    ['relancé', 'n’est pas une date'],
    ['?', 'n’est pas une date'],
    ['31/08/202', 'n’est pas une date'],
    ['', 'vide'],
    [2026, '2026 n’est pas une date'],
    [0.5, '0,5 n’est pas une date'],
    [9e9, 'n’est pas une date'],
    [NaN, 'n’est pas une date'],
  ])('refuse « %s »', (brut, message) => {
    expect(messageDe(analyserJour(brut))).toContain(message)
  })

  it('relit tout ce que le registre affiche', () => {
    fc.assert(
      fc.property(jour, (valeur) => {
        for (const ecrit of [
          valeur,
          formatJour(valeur),
          jourEnLettres(valeur),
          `${nomDuJour(valeur)} ${jourEnLettres(valeur)}`,
        ])
          expect(analyserJour(ecrit), ecrit).toEqual({ ok: true, valeur })
      }),
    )
  })
})

describe('les numéros de jour des tableurs', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, undefined],
    [61, false, '1900-03-01'],
    [45901, false, '2025-09-01'],
    [0, true, '1904-01-01'],
    [44439, true, '2025-09-01'],
    [-1, false, undefined],
    [3_000_000, false, undefined],
  ])('%d (système 1904 : %s)', (numero, systeme1904, attendu) => {
    expect(jourDuNumeroExcel(numero, systeme1904)).toBe(attendu)
  })
})

describe.each(fuseaux)('les jours ne bougent pas à %s', (fuseau) => {
  it('ni dans les calculs, ni dans la lecture', () => {
    process.env.TZ = fuseau
    expect(ajouterJours('2026-03-28', 2)).toBe('2026-03-30')
    expect(ajouterJours('2026-10-24', 2)).toBe('2026-10-26')
    expect(joursEntre('2025-09-01', '2026-08-31')).toBe(364)
    expect(analyserJour(46265)).toEqual({ ok: true, valeur: '2026-08-31' })
    expect(analyserJour('2026-08-30T00:00:00.000Z')).toEqual({ ok: true, valeur: '2026-08-30' })
    expect(nomDuJour('2026-09-01')).toBe('mardi')
    expect(jourEnLettres('2026-09-01')).toBe('1er septembre 2026')
  })
})

it.each([
  ['Europe/Paris', { jour: '2026-09-01', heure: 1, minute: 30 }],
  ['America/Cayenne', { jour: '2026-08-31', heure: 20, minute: 30 }],
  ['Pacific/Noumea', { jour: '2026-09-01', heure: 10, minute: 30 }],
  ['UTC', { jour: '2026-08-31', heure: 23, minute: 30 }],
])('un instant se lit à l’heure de %s', (fuseau, attendu) => {
  process.env.TZ = fuseau
  expect(partiesLocales('2026-08-31T23:30:00.000Z')).toEqual(attendu)
})

it('un instant se dit par son heure, avec son jour s’il n’est pas d’aujourd’hui', () => {
  const instant = { jour: '2026-08-31', heure: 14, minute: 5 }
  expect(formatInstant(instant)).toBe('à 14\u00A0h\u00A005')
  expect(formatInstant(instant, '2026-08-31')).toBe('à 14\u00A0h\u00A005')
  expect(formatInstant(instant, '2026-09-01')).toBe('le 31/08/2026 à 14\u00A0h\u00A005')
})

describe('l’arithmétique des jours', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s et %i mois font %s', (depart, mois, attendu) => {
    expect(ajouterMois(depart, mois)).toBe(attendu)
  })

  it.each([
    ['2026-02-03', '2026-02-28'],
    ['2024-02-29', '2024-02-29'],
    ['2026-12-01', '2026-12-31'],
    ['2026-04-30', '2026-04-30'],
  ])('le mois de %s finit le %s', (depart, fin) => {
    expect(finDeMois(depart)).toBe(fin)
  })

  it('ajouter puis compter se répondent', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: -5000, max: 5000 }), (depart, nombre) => {
        const arrivee = ajouterJours(depart, nombre)
        expect(jourValide(arrivee)).toBe(true)
        expect(joursEntre(depart, arrivee)).toBe(nombre)
        expect(arrivee > depart).toBe(nombre > 0)
      }),
    )
  })

  it('un jour hors du calendrier ne se compose pas', () => {
    expect(composerJour(2026, 2, 29)).toBeUndefined()
    expect(composerJour(10_000, 1, 1)).toBeUndefined()
    expect(composerJour(0, 1, 1)).toBeUndefined()
    expect(composerJour(9999, 12, 31)).toBe('9999-12-31')
    expect(composerJour(987, 6, 5)).toBe('0987-06-05')
  })
})
