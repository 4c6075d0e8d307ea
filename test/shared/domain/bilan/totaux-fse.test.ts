import { expect, it } from 'vitest'
import { sensTotalise, totalDuSens } from '../../../../shared/domain/bilan/totaux-fse'

const ligne = (sens: 'depense' | 'ressource', prevuCents: number, realiseCents = 0) => ({
  sens,
  prevuCents,
  realiseCents,
})

it.each([
  ['rien', [], null, null, null],
  ['des dépenses seules', [ligne('depense', 10, 4), ligne('depense', 5)], [15, 4], null, 'depense'],
  ['des ressources seules', [ligne('ressource', 7, 7)], null, [7, 7], 'ressource'],
  ['les deux', [ligne('ressource', 20), ligne('depense', 10, 1), ligne('depense', 10, 2)], [20, 3], [20, 0], 'depense'],
] as const)('d’un plan qui a %s, chaque côté se totalise seul', (_, lignes, depenses, ressources, totalise) => {
  const somme = (sens: 'depense' | 'ressource') => {
    const total = totalDuSens(lignes, sens)
    return total && [total.prevuCents, total.realiseCents]
  }
  expect(somme('depense')).toEqual(depenses)
  expect(somme('ressource')).toEqual(ressources)
  expect(sensTotalise(lignes)).toBe(totalise)
})
