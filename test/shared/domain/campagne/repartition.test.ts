import { expect, it } from 'vitest'
import { repartirHeures } from '../../../../shared/domain/campagne/repartition'

it.each([
  ['garde une répartition juste', [280, 420, 423.2], 1123.2, 'an', [280, 420, 423.2]],
  ['suit une hausse de quotité, le plus gros prend l’arrondi', [280, 420, 423.2], 1404, 'an', [350, 525, 529]],
  ['suit une baisse', [350, 525, 529], 702, 'an', [175, 263, 264]],
  ['compte à la demi-heure une semaine', [4, 5, 9], 13.5, 'semaine', [3, 4, 6.5]],
  ['laisse à zéro ce qui n’était pas réparti', [0, 0], 1404, 'an', [0, 0]],
] as const)('%s', (_cas, heures, dues, unite, attendues) => {
  const reparties = repartirHeures(
    heures.map((valeur) => ({ heures: valeur })),
    dues,
    unite,
  )
  expect(reparties.map((part) => part.heures)).toEqual(attendues)
})
