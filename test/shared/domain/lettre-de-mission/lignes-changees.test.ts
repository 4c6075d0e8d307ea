import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../shared/app-error'
import { refuserSiLignesChangees } from '../../../../shared/domain/lettre-de-mission/lignes'

const presentes = [
  { id: 'a', lettreId: 'l', ordre: 1, domaineId: 'd1', heures: 10 },
  { id: 'b', lettreId: 'l', ordre: 2, domaineId: 'd2', heures: 20 },
]
const montrees = presentes.map(({ id, domaineId, heures }) => ({ id, domaineId, heures }))
const voulues = [{ ...montrees[0], heures: 12 }]

const verifier = (attendues: object[], { ordonnee = true, lignes = voulues } = {}) => {
  try {
    refuserSiLignesChangees(presentes, { lignes, attendues, ordonnee })
    return 'écrit'
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}

describe('remplacer des lignes que quelqu’un d’autre modifie aussi', () => {
  it.each([
    ['telles qu’elles sont', montrees, 'écrit'],
    ['dont une valeur a changé', montrees.with(1, { id: 'b', domaineId: 'd2', heures: 21 }), 'conflict'],
    ['dont une a été ajoutée', montrees.slice(0, 1), 'conflict'],
    ['dont une a été retirée', [...montrees, { id: 'c', domaineId: 'd3', heures: 1 }], 'conflict'],
    ['dans un autre ordre', montrees.toReversed(), 'conflict'],
    ['alors qu’il n’y en avait pas', [], 'conflict'],
  ])('montrées %s', (_cas, attendues, resultat) => {
    expect(verifier(attendues)).toBe(resultat)
  })

  it('ne regarde pas l’ordre là où il n’y en a pas, et accepte ce qui est déjà écrit', () => {
    expect(verifier(montrees.toReversed(), { ordonnee: false })).toBe('écrit')
    expect(verifier([], { lignes: montrees })).toBe('écrit')
  })
})
