import { expect, it } from 'vitest'
import { analyserTelephone, formatTelephone } from '../../shared/telephone'
import { messageDe, remarqueDe } from '../helpers/lisible'

it.each([
  [299002615, '02 99 00 26 15'],
  ['299002615', '02 99 00 26 15'],
  ['02 99 00 16 98', '02 99 00 16 98'],
  ['02.99.00.16.98', '02 99 00 16 98'],
  ['02-99-00-16-98', '02 99 00 16 98'],
  ['0299001698', '02 99 00 16 98'],
  ['+33 2 99 00 16 98', '02 99 00 16 98'],
  ['+33 (0)2 99 00 16 98', '02 99 00 16 98'],
  ['0033299001698', '02 99 00 16 98'],
  ['33299001698', '02 99 00 16 98'],
  ['33199001698', '01 99 00 16 98'],
  ['199001698', '01 99 00 16 98'],
  ['0199001698', '01 99 00 16 98'],
  ['02\u00A099\u202F00 16 98', '02 99 00 16 98'],
  ['+687 26 61 00', '+687 26 61 00'],
])('le numéro « %s » est lu %s', (brut, valeur) => {
  expect(analyserTelephone(brut)).toEqual({ ok: true, valeur })
})

it('un numéro à six chiffres est lu et signalé', () => {
  expect(analyserTelephone('266100')).toMatchObject({ ok: true, valeur: '26 61 00' })
  expect(remarqueDe(analyserTelephone('266100'))).toContain('Nouvelle-Calédonie')
})

it.each(['', '02 99 00', 'poste 12', '00 00 00 00 00', '02 99 00 16 98 99'])('« %s » est refusé', (brut) => {
  expect(messageDe(analyserTelephone(brut))).toContain('téléphone')
})

it('les paires d’un numéro imprimé restent sur la même ligne', () => {
  expect(formatTelephone('02 99 00 16 98')).toBe('02\u00A099\u00A000\u00A016\u00A098')
})
