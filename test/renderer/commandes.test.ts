import { describe, expect, it } from 'vitest'
import { listeDesRaccourcis } from '../../renderer/commandes/raccourcis'
import { commandeDeLaFrappe, correspondALaFrappe, type Frappe } from '../../renderer/commandes/touches'
import { screens } from '../../renderer/routes'
import { gridAction, type GridAction, type Key } from '../../renderer/ui/table/navigation'
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
    ['Alt+7', frappe('è', { altKey: true, code: 'Digit7' }), true],
    ['Ctrl+0', frappe('à', { ...ctrl, code: 'Digit0' }), true],
    ['Alt+7', frappe('è', { code: 'Digit7' }), false],
    ['Alt+7', frappe('_', { altKey: true, code: 'Digit8' }), false],
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

describe('Alt et un chiffre', () => {
  it('mènent aux écrans dans l’ordre de la navigation, jusqu’au dernier', () => {
    const navigation = screens.flatMap(({ route, nav }) => (nav ? [route.href({})] : []))
    const touches = navigation.map((href) => {
      const nom = nomsCommandes.find((each) => `#${commande(each).adresse ?? ''}` === href)
      return nom && commande(nom).touches
    })
    expect(touches).toEqual(navigation.map((_, index) => `Alt+${String(index + 1)}`))
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
describe('les raccourcis d’une liste, dans la fenêtre « ? »', () => {
  const noms: Readonly<Record<string, string>> = {
    Entrée: 'Enter',
    Échap: 'Escape',
    Espace: ' ',
    Suppr: 'Delete',
    Début: 'Home',
    Fin: 'End',
    'Page ↑': 'PageUp',
    'Page ↓': 'PageDown',
    '←': 'ArrowLeft',
    '→': 'ArrowRight',
    '↑': 'ArrowUp',
    '↓': 'ArrowDown',
  }
  const etendue = { rows: 100, cols: 10, page: 20 }
  /** Each key that a line of the window names: « Ctrl + Début, Ctrl + Fin », « Maj + ← ↑ → ↓ ». */
  function touchesDe(ecrites: string): Key[] {
    return ecrites.split(', ').flatMap((une) => {
      const parts = une.split(' + ')
      const derniere = parts.at(-1) ?? ''
      const finales = noms[derniere] === undefined && derniere.includes(' ') ? derniere.split(' ') : [derniere]
      const [ctrl, shift, alt] = ['Ctrl', 'Maj', 'Alt'].map((nom) => parts.slice(0, -1).includes(nom))
      return finales.map((nom) => ({
        key: noms[nom] ?? nom,
        ...{ ctrl: ctrl === true, shift: shift === true, alt: alt === true },
      }))
    })
  }
  const raccourcisDe = (titre: string) =>
    listeDesRaccourcis().find((groupe) => groupe.titre === titre)?.raccourcis ?? []
  /** Keys that are not the grid's own: those of the page, of the clipboard, of the editor of a cell. */
  const dAilleurs = new Set(['Ctrl + F', 'Ctrl + C, Ctrl + V', 'Entrée, Tab'])

  it('sont toutes des touches de la grille, et toutes celles de la grille y sont', () => {
    const faits = new Set<string>()
    for (const [titre, row] of [
      ['Dans une liste', 5],
      ['Écrire dans une liste', 5],
      ['Sur le titre d’une colonne', -1],
    ] as const) {
      const siennes = raccourcisDe(titre)
      expect(siennes, titre).not.toEqual([])
      for (const { touches } of siennes.filter((raccourci) => !dAilleurs.has(raccourci.touches)))
        for (const touche of touchesDe(touches)) {
          const action = gridAction(touche, { row, col: 5 }, etendue)
          expect(action, `${touches} (${titre})`).toBeDefined()
          faits.add(action?.kind ?? '')
        }
    }
    // Typing a character is not a shortcut.
    const attendus: Exclude<GridAction['kind'], 'type'>[] = [
      ...(['move', 'moveColumn', 'widenColumn', 'enter', 'open', 'edit', 'toggle', 'sort'] as const),
      ...(['selectAll', 'clear', 'erase', 'fillDown', 'columnMenu', 'cellMenu'] as const),
    ]
    expect([...faits].sort()).toEqual(attendus.sort())
  })
})
