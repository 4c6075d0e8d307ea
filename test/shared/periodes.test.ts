import { expect, it } from 'vitest'
import { chevauche, couvre, intersection, type Periode } from '../../shared/periodes'

const annee: Periode = { debutLe: '2025-09-01', finLe: '2026-08-31' }

it.each<[string, Periode, Periode | undefined]>([
  ['un trimestre', { debutLe: '2025-10-01', finLe: '2025-12-31' }, { debutLe: '2025-10-01', finLe: '2025-12-31' }],
  ['une période sans fin', { debutLe: '2026-01-01', finLe: null }, { debutLe: '2026-01-01', finLe: '2026-08-31' }],
  ['une période plus large', { debutLe: '2020-01-01', finLe: '2030-01-01' }, annee],
  ['le dernier jour', { debutLe: '2026-08-31', finLe: null }, { debutLe: '2026-08-31', finLe: '2026-08-31' }],
  ['la veille', { debutLe: '2025-01-01', finLe: '2025-08-31' }, undefined],
  ['l’année suivante', { debutLe: '2026-09-01', finLe: null }, undefined],
])('une année scolaire et %s', (_titre, periode, commune) => {
  expect(intersection(annee, periode)).toEqual(commune)
  expect(intersection(periode, annee)).toEqual(commune)
  expect(chevauche(annee, periode)).toBe(commune !== undefined)
})

it('deux périodes sans fin se rejoignent sans fin', () => {
  expect(intersection({ debutLe: '2025-01-01', finLe: null }, { debutLe: '2026-01-01', finLe: null })).toEqual({
    debutLe: '2026-01-01',
    finLe: null,
  })
})

it.each([
  ['2025-08-31', false],
  ['2025-09-01', true],
  ['2026-08-31', true],
  ['2026-09-01', false],
])('le %s est dans l’année : %s', (jour, dedans) => {
  expect(couvre(annee, jour)).toBe(dedans)
})
