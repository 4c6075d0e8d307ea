import { describe, expect, test } from 'vitest'
import { direFeuillesSemblables, type Signalement } from '../../../../shared/domain/importation/plan'
import { grouperParMotif } from '../../../../shared/domain/importation/semblables'

const base: Signalement = {
  feuille: 'Personnels',
  cellule: 'G9',
  ligne: 9,
  valeur: '0351796K',
  message: '',
  suggestion: null,
  correction: '0351796M',
  gravite: 'bloquant',
  regle: 'uai.cle',
}
const groupes = (...autres: Partial<Signalement>[]): string[][] =>
  [...grouperParMotif([base, ...autres.map((autre) => ({ ...base, ...autre }))]).values()].map((groupe) =>
    groupe.map(({ cellule }) => cellule),
  )

describe('deux corrections sont semblables', () => {
  test.each<[string, Partial<Signalement>]>([
    ['de la même faute sur une autre valeur', { cellule: 'G12', valeur: '0350709A', correction: '0350709F' }],
    [
      'au milieu d’une liste',
      { cellule: 'G12', valeur: '0351053E, 0350709A ; 0350894G', correction: '0351053E, 0350709F ; 0350894G' },
    ],
  ])('quand elles le sont %s', (_, autre) => {
    expect(groupes(autre)).toEqual([['G9', 'G12']])
  })

  test.each<[string, Partial<Signalement>]>([
    ['dans une autre colonne', { cellule: 'H12' }],
    ['dans une autre feuille', { cellule: 'G12', feuille: 'Autre' }],
    ['d’une autre règle', { cellule: 'G12', regle: 'uai.inconnu' }],
    ['d’une autre forme', { cellule: 'G12', valeur: 'Zola', correction: '0351796M' }],
  ])('mais pas %s', (_, autre) => {
    expect(groupes(autre)).toEqual([['G9'], [autre.cellule]])
  })

  test('ce qui n’a pas de correction n’est semblable à rien', () => {
    expect(groupes({ cellule: 'G12', correction: null }, { cellule: '' })).toEqual([['G9']])
  })
})

test.each<[string, [string, 'agents' | 'fse'][], string[]]>([
  [
    'une seule',
    [
      ['A', 'agents'],
      ['B', 'fse'],
    ],
    [],
  ],
  [
    'deux d’agents',
    [
      ['A', 'agents'],
      ['B', 'agents'],
    ],
    [
      '2 feuilles contiennent des agents (« A », « B ») : elles sont lues l’une après l’autre. Laissez de côté celle qui serait une copie.',
    ],
  ],
])('les feuilles de même nature sont dites : %s', (_, feuilles, attendu) => {
  const dit = direFeuillesSemblables(feuilles.map(([feuille, nature]) => ({ feuille, nature })))
  expect(dit.map((phrase) => phrase.replace(/\u00a0/gu, ' '))).toEqual(attendu)
})
