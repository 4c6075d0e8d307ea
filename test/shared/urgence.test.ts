import { describe, expect, it } from 'vitest'
import { delaiEnMots, finDeSemaine, urgenceDe } from '../../shared/urgence'

describe('l’urgence d’une échéance', () => {
  // Sunday 22 November 2026 ends its week; the 25th is a Wednesday.
  it.each([
    ['2026-11-24', 'retard'],
    ['2026-11-25', 'semaine'],
    ['2026-11-29', 'semaine'],
    ['2026-11-30', 'plusTard'],
    [null, 'plusTard'],
  ] as const)('au mercredi 25/11/2026, %s : %s', (pourLe, attendue) => {
    expect(urgenceDe(pourLe, '2026-11-25')).toBe(attendue)
  })

  it.each([
    ['2026-11-23', '2026-11-29'],
    ['2026-11-29', '2026-11-29'],
    ['2026-12-31', '2027-01-03'],
  ])('la semaine du %s finit le dimanche %s', (jour, dimanche) => {
    expect(finDeSemaine(jour)).toBe(dimanche)
  })

  it.each([
    ['2026-11-25', 'aujourd’hui'],
    ['2026-11-26', 'demain'],
    ['2026-11-24', 'hier'],
    ['2026-12-05', 'dans 10 jours'],
    ['2026-11-20', 'il y a 5 jours'],
  ])('%s se dit « %s »', (jour, mots) => {
    expect(delaiEnMots(jour, '2026-11-25')).toBe(mots)
  })
})
