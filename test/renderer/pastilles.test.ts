import { describe, expect, it } from 'vitest'
import { fittingChips } from '../../renderer/ui/table/chips-fit'

describe('Les pastilles d’une liste', () => {
  it.each([
    ['toutes, quand la ligne y suffit', [100, 100, 100], 316, { count: 3, width: undefined }],
    ['deux et « Plus », quand la troisième n’y tient pas', [100, 100, 100], 315, { count: 2, width: 208 }],
    ['une, quand « Plus » prend la place d’une autre', [100, 100, 100], 250, { count: 1, width: 100 }],
    ['aucune, sur une ligne très étroite', [100, 100], 120, { count: 0, width: 0 }],
    ['rien, quand la liste n’en a pas', [], 0, { count: 0, width: undefined }],
  ])('tiennent sur une ligne : %s', (_cas, largeurs, place, attendu) => {
    expect(fittingChips(largeurs, place)).toEqual(attendu)
  })
})
