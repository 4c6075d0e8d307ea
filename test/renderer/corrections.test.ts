import { describe, expect, it } from 'vitest'
import { ecrire } from '../../renderer/features/importation/use-choix'
import { correctionsMax } from '../../shared/domain/importation/classeur'

const correction = (cellule: string, valeur = 'x', feuille = 'Agents') => ({ feuille, cellule, valeur })

describe('les cellules écrites dans un aperçu', () => {
  it('remplacent leur correction, la retirent quand le fichier dit la même chose, et laissent les autres', () => {
    const choix = { corrections: [correction('A1'), correction('A2'), correction('A1', 'y', 'Lettres')], jeton: 'j' }
    const ecrites = [
      { cellule: 'A1', valeur: 'z' },
      { cellule: 'A2', valeur: undefined },
      { cellule: 'A3', valeur: '' },
    ]
    expect(ecrire(choix, 'Agents', ecrites)).toEqual({
      corrections: [correction('A1', 'y', 'Lettres'), correction('A1', 'z'), correction('A3', '')],
      jeton: 'j',
    })
  })

  it('ne dépassent pas ce qu’un import prend', () => {
    const ecrites = Array.from({ length: correctionsMax }, (_, rang) => ({ cellule: `A${rang + 1}`, valeur: 'x' }))
    const pleins = ecrire({ corrections: [] }, 'Agents', ecrites)
    expect(pleins?.corrections).toHaveLength(correctionsMax)
    expect(
      ecrire({ corrections: pleins?.corrections ?? [] }, 'Agents', [{ cellule: 'B1', valeur: 'x' }]),
    ).toBeUndefined()
    expect(ecrire({ corrections: pleins?.corrections ?? [] }, 'Agents', [{ cellule: 'A1', valeur: 'y' }])).toBeDefined()
  })
})
