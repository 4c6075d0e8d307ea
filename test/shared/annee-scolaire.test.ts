import { describe, expect, it } from 'vitest'
import {
  analyserAnneeScolaire,
  anneeScolaireDansUnTexte,
  anneeScolaireDe,
  anneeScolairePrecedente,
  anneeScolaireSuivante,
  anneeScolaireValide,
  bornesAnneeScolaire,
  dernieresAnneesScolaires,
  libelleAnneeScolaire,
} from '../../shared/annee-scolaire'
import { messageDe } from '../helpers/lisible'

it.each([
  ['2026-08-31', '2025-2026'],
  ['2026-09-01', '2026-2027'],
  ['2026-12-31', '2026-2027'],
  ['2027-01-01', '2026-2027'],
])('le %s est de l’année %s', (jour, annee) => {
  expect(anneeScolaireDe(jour)).toBe(annee)
  const { debutLe, finLe } = bornesAnneeScolaire(annee)
  expect(debutLe <= jour && jour <= finLe).toBe(true)
})

it('va du 1er septembre au 31 août', () => {
  expect(bornesAnneeScolaire('2026-2027')).toEqual({ debutLe: '2026-09-01', finLe: '2027-08-31' })
})

it('connaît ses voisines et se dit en toutes lettres', () => {
  expect(anneeScolairePrecedente('2026-2027')).toBe('2025-2026')
  expect(anneeScolaireSuivante('2026-2027')).toBe('2027-2028')
  expect(dernieresAnneesScolaires('2026-2027', 3)).toEqual(['2024-2025', '2025-2026', '2026-2027'])
  expect(libelleAnneeScolaire('2026-2027')).toBe('année scolaire 2026-2027')
})

it.each([
  ['2026-2027', true],
  ['2026-2028', false],
  ['2027-2026', false],
  ['26-27', false],
  ['2026/2027', false],
])('« %s » est un identifiant : %s', (annee, valide) => {
  expect(anneeScolaireValide(annee)).toBe(valide)
})

it.each([
  ['suivi-mlds-35-2025-2026.xlsx', '2025-2026'],
  ['Lettres de mission 25-26', '2025-2026'],
  ['suivi_2025_2026.xlsx', '2025-2026'],
  ['suivi au 24-11-2025.xlsx', undefined],
  ['suivi 2025-11-12.xlsx', undefined],
  ['suivi 35-56.xlsx', undefined],
  ['Personnels', undefined],
])('dans le nom « %s », lit l’année %s', (nom, annee) => {
  expect(anneeScolaireDansUnTexte(nom)).toBe(annee)
})

describe('la lecture d’une année scolaire', () => {
  it.each([
    ['2025-2026', '2025-2026'],
    ['2025/2026', '2025-2026'],
    ['2025 – 2026', '2025-2026'],
    ['25-26', '2025-2026'],
    ['2025-26', '2025-2026'],
    ['Lettres de mission 25-26', '2025-2026'],
    ['SUIVI DES PERSONNELS – 2025/2026', '2025-2026'],
    ['Rentrée 2025', '2025-2026'],
  ])('lit « %s »', (brut, valeur) => {
    expect(analyserAnneeScolaire(brut)).toEqual({ ok: true, valeur })
  })

  it('refuse deux années qui ne se suivent pas et propose la première', () => {
    const lecture = analyserAnneeScolaire('2025-2027')
    expect(lecture).toMatchObject({ ok: false, suggestion: '2025-2026' })
    expect(messageDe(lecture)).toBe('« 2025-2027 » n’est pas une année scolaire : les deux années doivent se suivre.')
  })

  it.each(['', '2025', 'Personnels'])('refuse « %s »', (brut) => {
    expect(messageDe(analyserAnneeScolaire(brut))).toContain('2026-2027')
  })
})
