import { describe, expect, it } from 'vitest'
import { refuserSiChangeEntreTemps } from '../../shared/modification'

const fiche = { nom: 'Caradec', telephone: '02 99 00 00 02', reseauIds: ['a', 'b'] }
const essai = (champs: object, attendu?: Record<string, unknown>) => {
  try {
    refuserSiChangeEntreTemps(fiche, { champs, attendu })
    return 'écrit'
  } catch (error) {
    return Object.keys((error as { fields: object }).fields).join(', ')
  }
}

describe('écrire un champ que quelqu’un d’autre a pu changer', () => {
  it.each([
    ['sans dire ce qu’on croyait', { nom: 'Le Goff' }, undefined, 'écrit'],
    ['la fiche n’a pas bougé', { nom: 'Le Goff' }, { nom: 'Caradec' }, 'écrit'],
    ['le champ a changé', { telephone: '01' }, { telephone: '02 99 00 00 01' }, 'telephone'],
    ['un autre champ a changé', { nom: 'Le Goff' }, { nom: 'Caradec', telephone: '00' }, 'écrit'],
    ['le champ vaut déjà ce qu’on écrit', { nom: 'Caradec' }, { nom: 'Caradeg' }, 'écrit'],
    ['une liste de même contenu', { reseauIds: ['c'] }, { reseauIds: ['a', 'b'] }, 'écrit'],
    ['une liste changée', { reseauIds: ['c'] }, { reseauIds: ['a'] }, 'reseauIds'],
  ])('%s', (_cas, champs, attendu, resultat) => {
    expect(essai(champs, attendu)).toBe(resultat)
  })
})
