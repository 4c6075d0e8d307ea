import { expect, it } from 'vitest'
import { citer, lu, refuse } from '../../shared/analyse'
import { lisible } from '../helpers/lisible'

it.each([
  ['  deux\n lignes ', '« deux lignes »'],
  [12.5, '« 12.5 »'],
  ['x'.repeat(60), `« ${'x'.repeat(60)} »`],
  ['x'.repeat(30_000), `« ${'x'.repeat(60)}… »`],
])('cite « %s » sans déborder de la phrase', (brut, cite) => {
  expect(citer(brut)).toBe(cite)
})

it('soigne la typographie des phrases, jamais celle de la valeur proposée', () => {
  const refus = refuse("« 12 » n'est pas une date : écrivez-la.", "aujourd'hui ?")
  expect(refus.message).toBe('«\u00A012\u00A0» n’est pas une date\u00A0: écrivez-la.')
  expect(lisible(refus.message)).toBe('« 12 » n’est pas une date : écrivez-la.')
  expect(refus.suggestion).toBe("aujourd'hui ?")
  expect(lu(3, 'À voir : ceci')).toEqual({ ok: true, valeur: 3, remarque: 'À voir\u00A0: ceci' })
})
