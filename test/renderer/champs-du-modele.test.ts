import { describe, expect, it } from 'vitest'
import { espacesAutour } from '../../renderer/features/lettre-de-mission/texte-a-champs'

describe('Un champ inséré dans un modèle', () => {
  it.each([
    ['après un mot, en fin de texte', 'en qualité de', '', ' |'],
    ['après une espace', 'en qualité de ', '', '|'],
    ['après une espace insécable', 'Résidence :\u00a0', '', '|'],
    ['au début', '', '', '|'],
    ['au début, devant un mot', '', 'est affecté', '| '],
    ['devant une virgule', 'du', ', avec', ' |'],
    ['entre deux mots', 'du', 'au', ' | '],
    ['après une apostrophe', 'l’', '', '|'],
    ['entre parenthèses', '(', ')', '|'],
    ['après un autre champ', '{role}', '', ' |'],
    ['après un signe', 'Objet :', '', ' |'],
  ])('%s', (_cas, avant, apres, attendu) => {
    const espaces = espacesAutour(avant, apres)
    expect(`${espaces.avant}|${espaces.apres}`).toBe(attendu)
  })
})
