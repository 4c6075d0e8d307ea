import { expect, it } from 'vitest'
import { joursProposes } from '../../../../shared/domain/journal/jours-proposes'

it.each([
  ['en novembre', '2026-11-25', ['2026-11-24', '2026-11-18', '2026-10-25', '2026-08-31', '2025-12-31', '2025-11-25']],
  [
    'le 31 décembre',
    '2026-12-31',
    ['2026-12-30', '2026-12-24', '2026-11-30', '2026-08-31', '2025-12-31', '2025-12-31'],
  ],
  [
    'le 1er janvier',
    '2026-01-01',
    ['2025-12-31', '2025-12-25', '2025-12-01', '2025-12-31', '2025-08-31', '2025-01-01'],
  ],
  ['un 29 février', '2028-02-29', ['2028-02-28', '2028-02-22', '2028-01-29', '2027-12-31', '2027-08-31', '2027-02-28']],
])('propose les jours que l’on demande le plus, %s', (_cas, aujourdhui, jours) => {
  expect(joursProposes(aujourdhui, '2020-01-01').map(({ jour }) => jour)).toEqual(jours)
})

it.each([
  ['depuis que le registre se souvient', '2026-11-18', ['2026-11-24', '2026-11-18']],
  ['aucun pour un registre du jour', '2026-11-25', []],
  ['aucun quand rien n’est écrit', null, []],
])('n’en propose que %s', (_cas, depuis, jours) => {
  expect(joursProposes('2026-11-25', depuis).map(({ jour }) => jour)).toEqual(jours)
})
