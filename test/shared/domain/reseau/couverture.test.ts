import { describe, expect, it } from 'vitest'
import { couverture, estACouvrir, type SituationReseaux } from '../../../../shared/domain/reseau/couverture'

const membre = (reseauId: string, etablissementId: string, debutLe = '2025-09-01', finLe: string | null = null) => ({
  reseauId,
  etablissementId,
  debutLe,
  finLe,
})

const situation = (ajouts: Partial<SituationReseaux>): SituationReseaux => ({
  jour: '2026-01-15',
  etablissementIds: ['college', 'lycee'],
  reseaux: [
    { id: 'rennes', typeId: 'foquale' },
    { id: 'redon', typeId: 'foquale' },
    { id: 'psad', typeId: 'psad' },
  ],
  membres: [],
  coordonnateurs: [],
  ...ajouts,
})

describe('la couverture des réseaux', () => {
  it('nomme les établissements sans réseau', () => {
    expect(couverture(situation({ membres: [membre('rennes', 'college')] })).sansReseau).toEqual(['lycee'])
  })

  it.each([
    ['sortis la veille', membre('rennes', 'college', '2025-09-01', '2026-01-14'), ['college', 'lycee']],
    ['sortis le jour même', membre('rennes', 'college', '2025-09-01', '2026-01-15'), ['lycee']],
    ['entrés le lendemain', membre('rennes', 'college', '2026-01-16'), ['college', 'lycee']],
    ['d’un réseau supprimé', membre('ancien', 'college'), ['college', 'lycee']],
  ])('tient compte des membres %s', (_cas, present, sansReseau) => {
    expect(couverture(situation({ membres: [present] })).sansReseau).toEqual(sansReseau)
  })

  it('signale deux réseaux du même type, non deux types différents', () => {
    const membres = [
      membre('rennes', 'college'),
      membre('redon', 'college'),
      membre('psad', 'college'),
      membre('psad', 'lycee'),
      membre('redon', 'lycee'),
    ]
    expect(couverture(situation({ membres })).enDouble).toEqual([
      { etablissementId: 'college', typeId: 'foquale', reseauIds: ['rennes', 'redon'] },
    ])
  })

  it('ne compte pas en double un membre inscrit deux fois dans le même réseau', () => {
    const membres = [membre('rennes', 'college'), membre('rennes', 'college', '2025-10-01')]
    expect(couverture(situation({ membres })).enDouble).toEqual([])
  })

  it('nomme les réseaux que personne ne coordonne ce jour-là', () => {
    const coordonnateurs = [
      { reseauId: 'rennes', agentId: 'a', debutLe: '2025-09-01', finLe: '2026-08-31' },
      { reseauId: 'redon', agentId: 'b', debutLe: '2025-09-01', finLe: '2025-12-31' },
    ]
    expect(couverture(situation({ coordonnateurs })).sansCoordonnateur).toEqual(['redon', 'psad'])
  })
})

it.each([
  [{ secteur: 'public', type: 'Collège', etat: 'ouvert' }, true],
  [{ secteur: 'public', type: 'COLLEGE', etat: 'ouvert' }, true],
  [{ secteur: 'prive', type: 'Collège', etat: 'ouvert' }, false],
  [{ secteur: 'public', type: 'École', etat: 'ouvert' }, false],
  [{ secteur: 'public', type: 'Lycée', etat: 'ferme' }, false],
])('%j est à couvrir : %s', (etablissement, attendu) => {
  expect(estACouvrir(etablissement, { secteurs: ['public'], types: ['Collège', 'Lycée'] })).toBe(attendu)
})
