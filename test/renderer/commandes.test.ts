import { describe, expect, it } from 'vitest'
import { commandeDeLaFrappe, correspondALaFrappe, type Frappe } from '../../renderer/commandes/touches'
import { afficherTouches, commande, nomsCommandes } from '../../shared/commandes'
import { zoomVoisin } from '../../shared/domain/fenetre/reglages'

const frappe = (key: string, avec: Partial<Frappe> = {}): Frappe => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...avec,
})
const ctrl = { ctrlKey: true }

describe('les touches', () => {
  it.each([
    ['Ctrl+K', frappe('k', ctrl), true],
    ['Ctrl+K', frappe('K', ctrl), true],
    ['Ctrl+K', frappe('k'), false],
    ['Ctrl+K', frappe('k', { ...ctrl, shiftKey: true }), false],
    ['Ctrl+K', frappe('k', { ...ctrl, altKey: true }), false],
    ['Ctrl+Plus', frappe('+', { ...ctrl, shiftKey: true }), true],
    ['Ctrl+-', frappe('-', ctrl), true],
    ['Ctrl+0', frappe('0', ctrl), true],
    ['?', frappe('?', { shiftKey: true }), true],
    ['Alt+Left', frappe('ArrowLeft', { altKey: true }), true],
    ['F1', frappe('F1'), true],
  ])('%s et %o : %s', (touches, tapee, attendu) => {
    expect(correspondALaFrappe(touches, tapee)).toBe(attendu)
  })

  it('ne servent qu’à une commande chacune', () => {
    const toutes = nomsCommandes.flatMap((nom) => {
      const { touches, autres = [] } = commande(nom)
      return [...(touches === undefined ? [] : [touches]), ...autres]
    })
    expect(new Set(toutes).size).toBe(toutes.length)
  })

  it('mènent à leur commande, et s’écrivent en français', () => {
    expect(commandeDeLaFrappe(frappe('k', ctrl))).toBe('rechercher')
    expect(commandeDeLaFrappe(frappe('=', ctrl))).toBe('zoomPlus')
    expect(commandeDeLaFrappe(frappe('k'))).toBeUndefined()
    expect(['Ctrl+K', 'Ctrl+Plus', 'Ctrl+-', 'Alt+Left', 'Ctrl+Shift+Z'].map(afficherTouches)).toEqual([
      'Ctrl + K',
      'Ctrl + +',
      'Ctrl + −',
      'Alt + ←',
      'Ctrl + Maj + Z',
    ])
  })
})

describe('la taille de l’affichage', () => {
  it.each([
    [100, 1, 110],
    [100, -1, 90],
    [200, 1, 200],
    [80, -1, 80],
    [133, 1, 150],
  ] as const)('de %i %%, pas de %i : %i %%', (zoom, sens, attendu) => {
    expect(zoomVoisin(zoom, sens)).toBe(attendu)
  })
})
