import { describe, expect, test } from 'vitest'
import { parseHash, route } from '../../renderer/ui/router'

describe('Les adresses de la fenêtre', () => {
  const agent = route('/agents/:id')

  test('remplit et relit les paramètres, même avec des caractères réservés', () => {
    const href = agent.href({ id: 'a/b ç' }, { onglet: 'lettres & avenants' })
    const { pathname, query } = parseHash(href)
    expect(agent.match(pathname)).toEqual({ id: 'a/b ç' })
    expect(query).toEqual({ onglet: 'lettres & avenants' })
  })
  const cases: [string, string, unknown][] = [
    ['/agents', '/agents', {}],
    ['/agents', '/agents/12', undefined],
    ['/agents/:id', '/agents', undefined],
    ['/agents/:id', '/reseaux/12', undefined],
    ['/agents/:id/lettres/:annee', '/agents/12/lettres/2025-2026', { id: '12', annee: '2025-2026' }],
  ]
  test.each(cases)('« %s » devant « %s » donne %j', (path, pathname, expected) => {
    expect(route(path).match(pathname)).toEqual(expected)
  })
  test('une adresse mal codée ne correspond à rien au lieu d’arrêter la fenêtre', () => {
    expect(agent.match('/agents/%E0%A4%A')).toBeUndefined()
  })
  test('une adresse vide est la racine', () => {
    expect(parseHash('')).toEqual({ pathname: '/', query: {} })
  })
})
