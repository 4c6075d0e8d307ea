import { describe, expect, it } from 'vitest'
import { jourDeReference } from '../../../../shared/domain/reseau/perimetre'
import {
  direPeriode,
  jourDeCreation,
  refusDAjouter,
  refusDEffacer,
  refusDeSupprimerReseau,
} from '../../../../shared/domain/reseau/regles'
import { lisible } from '../../../helpers/lisible'

describe('le jour où l’on regarde les réseaux', () => {
  it.each([
    ['pendant l’année', '2026-2027', '2026-11-22', '2026-11-22'],
    ['avant la rentrée', '2027-2028', '2026-11-22', '2027-09-01'],
    ['une fois l’année finie', '2025-2026', '2026-11-22', '2026-08-31'],
  ])('%s', (_, annee, aujourdhui, jour) => {
    expect(jourDeReference(annee, aujourdhui)).toBe(jour)
  })
})

describe('entrer dans un réseau', () => {
  const depuis2024 = { debutLe: '2024-09-01', finLe: null }
  const ancien = { debutLe: '2022-09-01', finLe: '2024-08-31' }

  it.each([
    ['la première fois', { debutLe: '2026-09-01', finLe: null }, [], undefined],
    ['après en être sorti', depuis2024, [ancien], undefined],
    [
      'pendant qu’on y est',
      { debutLe: '2026-09-01', finLe: null },
      [depuis2024],
      '« Collège » est déjà membre de ce réseau depuis le 01/09/2024.',
    ],
    [
      'un jour déjà pris',
      { debutLe: '2024-08-31', finLe: null },
      [ancien],
      '« Collège » est déjà membre de ce réseau du 01/09/2022 au 31/08/2024.',
    ],
    [
      'pour en sortir avant',
      { debutLe: '2026-09-01', finLe: '2026-08-31' },
      [],
      'La sortie du réseau ne peut pas précéder l’entrée, le 01/09/2026.',
    ],
  ])('%s', (_, periode, autres, refus) => {
    expect(lisible(refusDAjouter('Collège', periode, autres))).toBe(refus)
  })

  it('se dit avec ses dates', () => {
    expect([direPeriode(depuis2024), direPeriode(ancien)]).toEqual([
      'depuis le 01/09/2024',
      'du 01/09/2022 au 31/08/2024',
    ])
  })
})

describe('effacer une appartenance', () => {
  it.each([
    ['écrite aujourd’hui', '2024-09-01', '2026-11-22', true],
    ['qui commence plus tard', '2026-12-01', '2026-09-01', true],
    ['écrite hier', '2024-09-01', '2026-11-21', false],
    ['dont on ne sait pas quand elle fut écrite', '2024-09-01', undefined, false],
  ])('%s', (_, debutLe, ecritLe, permis) => {
    expect(refusDEffacer({ debutLe, ecritLe }, '2026-11-22') === undefined).toBe(permis)
  })

  it('lit le jour d’écriture dans l’identifiant', () => {
    const midi = new Date('2026-11-22T12:00:00').getTime().toString(16).padStart(12, '0')
    expect(jourDeCreation(`${midi.slice(0, 8)}-${midi.slice(8)}-7abc-8000-000000000000`)).toBe('2026-11-22')
    expect(jourDeCreation('0f8fad5b-d9cb-469f-a165-70867728950e')).toBeUndefined()
  })
})

describe('supprimer un réseau', () => {
  it.each([
    [{ membres: 0, affectations: 0, lettres: 0 }, undefined],
    [
      { membres: 9, affectations: 0, lettres: 1 },
      '« Redon » compte 9 établissements membres et 1 lettre de mission : il ne peut pas être supprimé. Vous pouvez le rendre inactif ; il ne sera plus proposé.',
    ],
  ])('n’est permis que s’il est vide', (usages, refus) => {
    expect(lisible(refusDeSupprimerReseau('Redon', usages))).toBe(refus)
  })
})
