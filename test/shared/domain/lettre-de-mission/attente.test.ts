import { describe, expect, it } from 'vitest'
import { joursDuTour } from '../../../../shared/domain/lettre-de-mission/attente'

describe('l’attente d’un signataire', () => {
  it.each<[string, string | null, (string | null)[], number | null]>([
    ['court depuis l’envoi quand il signe le premier', '2026-07-01', [null, null], 150],
    ['court depuis la signature qui précède la sienne', '2026-07-01', ['2026-07-07', null], 144],
    [
      'court depuis la dernière, dans quelque ordre qu’on ait signé',
      '2026-07-01',
      ['2026-07-09', '2026-07-07', null],
      142,
    ],
    ['n’est pas négative', '2026-12-01', [null], 0],
    ['n’est pas connue sans date', null, [null], null],
  ])('%s', (_cas, envoyeeLe, jours, attendue) => {
    const signataires = jours.map((signeLe) => ({ signeLe }))
    expect(joursDuTour({ lettre: { envoyeeLe }, signataires }, '2026-11-28')).toBe(attendue)
  })
})
