import { describe, expect, it } from 'vitest'
import { etatVisa, remplacantDe, type ValiditeVisa } from '../../../../shared/domain/vocabulaire/visa'

const rentree = '2026-09-01'
const visa = (id: string, validite: Partial<ValiditeVisa> = {}) => ({
  ...{ id, debutLe: null, finLe: null, remplaceParId: null },
  ...validite,
})

describe('visas vivants', () => {
  it.each([
    ['sans dates', {}, 'enVigueur'],
    ['jusqu’à la veille', { finLe: '2026-08-31' }, 'horsVigueur'],
    ['jusqu’au jour même', { finLe: '2026-09-01' }, 'enVigueur'],
    ['à partir du jour même', { debutLe: '2026-09-01' }, 'enVigueur'],
    ['à partir du lendemain', { debutLe: '2026-09-02' }, 'aVenir'],
    ['remplacé sans date', { remplaceParId: 'b' }, 'remplace'],
    ['remplacé plus tard', { remplaceParId: 'b', finLe: '2027-08-31' }, 'enVigueur'],
    ['remplacé depuis', { remplaceParId: 'b', finLe: '2025-08-31' }, 'remplace'],
  ] as const)('un texte %s', (_cas, validite, etat) => {
    expect(etatVisa(visa('a', validite), rentree)).toBe(etat)
  })

  it.each([
    ['le suivant', [visa('b')], 'b'],
    ['le suivant du suivant', [visa('b', { remplaceParId: 'c' }), visa('c')], 'c'],
    ['personne quand le suivant est abrogé', [visa('b', { finLe: '2020-01-01' })], null],
    ['personne quand les textes se remplacent en rond', [visa('b', { remplaceParId: 'a' })], null],
    ['personne quand le suivant n’est plus là', [], null],
  ] as const)('propose %s', (_cas, autres, attendu) => {
    const premier = visa('a', { remplaceParId: 'b' })
    expect(remplacantDe(premier, [premier, ...autres], rentree)?.id ?? null).toBe(attendu)
  })
})
