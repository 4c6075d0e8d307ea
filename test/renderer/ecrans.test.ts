import { describe, expect, it } from 'vitest'
import { findScreen, screens } from '../../renderer/routes'
import { parseHash } from '../../renderer/ui/router'
import { ecrans } from '../helpers/ecrans'

/** Screens that need more than the demonstration register, and the journey that goes there. */
const ailleurs = new Map([
  ['/accueil', 'accessibilite.test.ts, sans registre'],
  ['/lettres/:id/comparaison', 'campagne.test.ts, avec un avenant'],
  ['/import/:id', 'import.test.ts, après un import'],
])

describe('les écrans que les parcours montrent', () => {
  const montres = ecrans.map(({ adresse, fiche }) => {
    const { pathname } = parseHash(adresse)
    return findScreen(fiche ? `${pathname}/x` : pathname)?.screen.route.path
  })

  it('sont tous ceux de la fenêtre', () => {
    const oublies = screens
      .map(({ route }) => route.path)
      .filter((path) => !montres.includes(path) && !ailleurs.has(path))
    expect(oublies).toEqual([])
  })

  it('existent tous', () => {
    expect(montres).not.toContain(undefined)
    expect([...ailleurs.keys()].filter((path) => !screens.some(({ route }) => route.path === path))).toEqual([])
  })
})
