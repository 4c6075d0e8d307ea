import { describe, expect, test } from 'vitest'
import type { Column } from '../../renderer/ui/table/column'
import { compareKeys, formatTotal, gridTemplate, nextSort, sortKey } from '../../renderer/ui/table/column'
import { keepByChips, sameRows, searchIndex, searchRows } from '../../renderer/ui/table/filter'
import type { Cell, GridAction } from '../../renderer/ui/table/navigation'
import { gridAction } from '../../renderer/ui/table/navigation'
import { insecable } from '../../shared/typographie'
import { emptySelection, extendTo, retainExisting, toggleAll, toggleRow } from '../../renderer/ui/table/selection'

interface Ligne {
  nom: string
  heures: number | null
  finLe: string
}

const nom: Column<Ligne> = { cle: 'nom', titre: 'Nom', valeur: (ligne) => ligne.nom }
const heures: Column<Ligne> = {
  cle: 'heures',
  titre: 'Heures',
  type: 'heures',
  valeur: (ligne) => ligne.heures,
  total: 'somme',
}
const finLe: Column<Ligne> = { cle: 'finLe', titre: 'Fin', type: 'jour', valeur: (ligne) => ligne.finLe }
const ligne = (nomDeLigne: string, duree: number | null = null, fin = ''): Ligne => ({
  nom: nomDeLigne,
  heures: duree,
  finLe: fin,
})

describe('Le clavier de la grille', () => {
  const extent = { rows: 100, cols: 5, page: 10 }
  const move = (row: number, col: number, extend = false): GridAction => ({ kind: 'move', to: { row, col }, extend })
  const cases: [string, string, Cell, GridAction | undefined][] = [
    ['la flèche du bas descend d’une ligne', 'ArrowDown', { row: 3, col: 2 }, move(4, 2)],
    ['la flèche du haut quitte la première ligne pour l’en-tête', 'ArrowUp', { row: 0, col: 2 }, move(-1, 2)],
    ['l’en-tête est le haut de la grille', 'ArrowUp', { row: -1, col: 2 }, move(-1, 2)],
    ['la dernière ligne est le bas de la grille', 'ArrowDown', { row: 99, col: 2 }, move(99, 2)],
    ['la flèche de droite s’arrête à la dernière colonne', 'ArrowRight', { row: 3, col: 4 }, move(3, 4)],
    ['Ctrl et la flèche du bas vont à la dernière ligne', 'Ctrl+ArrowDown', { row: 3, col: 2 }, move(99, 2)],
    ['Ctrl et la flèche du haut vont à la première ligne', 'Ctrl+ArrowUp', { row: 42, col: 2 }, move(0, 2)],
    ['Ctrl et la flèche de gauche vont à la première colonne', 'Ctrl+ArrowLeft', { row: 3, col: 3 }, move(3, 0)],
    ['Début va au début de la ligne', 'Home', { row: 3, col: 3 }, move(3, 0)],
    ['Ctrl et Fin vont à la dernière cellule', 'Ctrl+End', { row: 3, col: 0 }, move(99, 4)],
    ['Page suivante saute une page', 'PageDown', { row: 3, col: 0 }, move(13, 0)],
    ['Page précédente s’arrête à la première ligne', 'PageUp', { row: 3, col: 0 }, move(0, 0)],
    ['Maj et la flèche du bas étendent le bloc', 'Shift+ArrowDown', { row: 3, col: 0 }, move(4, 0, true)],
    ['Maj et la flèche de droite étendent le bloc', 'Shift+ArrowRight', { row: 3, col: 0 }, move(3, 1, true)],
    ['le bloc ne s’étend pas à l’en-tête', 'Shift+ArrowUp', { row: 0, col: 0 }, move(0, 0, true)],
    ['Entrée modifie la cellule, ou ouvre la ligne', 'Enter', { row: 3, col: 0 }, { kind: 'enter' }],
    ['Ctrl et Entrée ouvrent la ligne', 'Ctrl+Enter', { row: 3, col: 0 }, { kind: 'open' }],
    ['F2 modifie la cellule', 'F2', { row: 3, col: 0 }, { kind: 'edit' }],
    ['un caractère commence la saisie', 'é', { row: 3, col: 0 }, { kind: 'type', text: 'é' }],
    ['Suppr vide le bloc', 'Delete', { row: 3, col: 0 }, { kind: 'erase' }],
    ['Ctrl et D recopient vers le bas', 'Ctrl+d', { row: 3, col: 0 }, { kind: 'fillDown' }],
    ['Maj et F10 ouvrent le menu de la cellule', 'Shift+F10', { row: 3, col: 0 }, { kind: 'cellMenu' }],
    [
      'Alt et la flèche du bas ouvrent le menu de la colonne',
      'Alt+ArrowDown',
      { row: 3, col: 0 },
      { kind: 'columnMenu' },
    ],
    [
      'Alt et la flèche de droite déplacent la colonne',
      'Alt+ArrowRight',
      { row: -1, col: 0 },
      { kind: 'moveColumn', by: 1 },
    ],
    [
      'Alt, Maj et la flèche de gauche rétrécissent la colonne',
      'Alt+Shift+ArrowLeft',
      { row: -1, col: 0 },
      { kind: 'widenColumn', by: -1 },
    ],
    ['Alt et une flèche restent à la page dans les lignes', 'Alt+ArrowRight', { row: 3, col: 0 }, undefined],
    ['Entrée trie depuis l’en-tête', 'Enter', { row: -1, col: 0 }, { kind: 'sort' }],
    ['Espace sélectionne la ligne', ' ', { row: 3, col: 0 }, { kind: 'toggle' }],
    ['Ctrl et A sélectionnent tout', 'Ctrl+a', { row: 3, col: 0 }, { kind: 'selectAll' }],
    ['Échap désélectionne', 'Escape', { row: 3, col: 0 }, { kind: 'clear' }],
    ['F5 n’est pas à la grille', 'F5', { row: 3, col: 0 }, undefined],
  ]
  test.each(cases)('%s', (_, keys, cell, expected) => {
    const key = {
      key: keys.split('+').at(-1) ?? '',
      ctrl: keys.includes('Ctrl+'),
      shift: keys.includes('Shift+'),
      alt: keys.includes('Alt+'),
    }
    expect(gridAction(key, cell, extent)).toEqual(expected)
  })

  test('sans ligne, le curseur reste dans l’en-tête', () => {
    const key = { key: 'ArrowDown', ctrl: false, shift: false, alt: false }
    expect(gridAction(key, { row: -1, col: 0 }, { ...extent, rows: 0 })).toEqual(move(-1, 0))
  })
})

describe('Le tri d’une colonne', () => {
  const order = (column: Column<Ligne>, rows: Ligne[]): string[] =>
    rows
      .map((row) => ({ row, key: sortKey(column, row) }))
      .filter(({ key }) => key !== undefined)
      .sort((a, b) => compareKeys(a.key ?? '', b.key ?? ''))
      .map(({ row }) => row.nom)

  test('range É avec E et Œ avec OE', () => {
    expect(
      order(
        nom,
        ['Zola', 'Étienne', 'Ovide', 'Œillet', 'Eluard'].map((texte) => ligne(texte)),
      ),
    ).toEqual(['Eluard', 'Étienne', 'Œillet', 'Ovide', 'Zola'])
  })
  test('range les nombres par valeur et non comme du texte', () => {
    expect(order(heures, [ligne('b', 1404), ligne('a', 702), ligne('c', 18)])).toEqual(['c', 'a', 'b'])
  })
  test('range les jours dans l’ordre du calendrier', () => {
    expect(order(finLe, [ligne('b', null, '2026-08-31'), ligne('a', null, '2025-12-01')])).toEqual(['a', 'b'])
  })
  test('ne donne pas de clé à une cellule vide, toujours dernière', () => {
    expect(sortKey(heures, ligne('a'))).toBeUndefined()
    expect(sortKey(finLe, ligne('a'))).toBeUndefined()
  })
  test('passe de croissant à décroissant, puis à l’ordre du registre', () => {
    const first = nextSort([], 'nom', false)
    const second = nextSort(first, 'nom', false)
    expect(first).toEqual([{ cle: 'nom', sens: 'asc' }])
    expect(second).toEqual([{ cle: 'nom', sens: 'desc' }])
    expect(nextSort(second, 'nom', false)).toEqual([])
  })
  test('ajoute un second critère avec Maj', () => {
    expect(nextSort([{ cle: 'nom', sens: 'asc' }], 'heures', true)).toEqual([
      { cle: 'nom', sens: 'asc' },
      { cle: 'heures', sens: 'asc' },
    ])
  })
})

describe('La sélection', () => {
  const order = ['a', 'b', 'c', 'd', 'e']
  const keys = (selection: { keys: ReadonlySet<string> }): string[] => [...selection.keys].sort()

  test('prend une ligne, puis la rend', () => {
    const one = toggleRow(emptySelection, 'b')
    expect(keys(one)).toEqual(['b'])
    expect(keys(toggleRow(one, 'b'))).toEqual([])
  })
  test('s’étend dans les deux sens depuis la dernière ligne prise', () => {
    const anchored = toggleRow(emptySelection, 'c')
    expect(keys(extendTo(anchored, 'e', order))).toEqual(['c', 'd', 'e'])
    expect(keys(extendTo(anchored, 'a', order))).toEqual(['a', 'b', 'c'])
  })
  test('prend la ligne seule quand son point de départ n’est plus visible', () => {
    const anchored = toggleRow(emptySelection, 'z')
    expect(keys(extendTo(anchored, 'b', order))).toEqual(['b', 'z'])
  })
  test('prend tout ce qui est vu, puis rien', () => {
    const all = toggleAll(toggleRow(emptySelection, 'b'), order)
    expect(keys(all)).toEqual(order)
    expect(keys(toggleAll(all, order))).toEqual([])
  })
  test('oublie les lignes qui n’existent plus', () => {
    const two = toggleRow(toggleRow(emptySelection, 'a'), 'b')
    expect(retainExisting(two, (key) => key === 'a')).toEqual({ keys: new Set(['a']), anchor: undefined })
    expect(retainExisting(two, () => true)).toBe(two)
  })
})

describe('Le filtre rapide et les pastilles', () => {
  const rows = [
    ligne('ÉTIENNE Zoé', 1404),
    ligne('D’ALMEIDA Jean-Noël', 702),
    ligne('ŒILLET Maud', 18),
    ligne('SAINT Jean St', 2),
  ]
  const index = searchIndex(rows, [nom, heures])
  const cases: [string, number[]][] = [
    ['', [0, 1, 2, 3]],
    ['st jean', [3]],
    ['sainte', []],
    ['etienne', [0]],
    ['zoe ETI', [0]],
    ['almeida', [1]],
    ['dalmeida', [1]],
    ['jeannoel', [1]],
    ['oeill', [2]],
    ['1404', []],
    ['tienne', []],
  ]
  test.each(cases)('« %s » garde les lignes %j', (requete, expected) => {
    expect(searchRows(rows, index, requete)).toEqual(expected.map((i) => rows[i]))
  })

  const chips = [
    { cle: 'long', titre: 'Longs', garde: (row: Ligne) => (row.heures ?? 0) > 1000 },
    { cle: 'court', titre: 'Courts', garde: (row: Ligne) => (row.heures ?? 0) < 100 },
  ]
  test('plusieurs pastilles s’additionnent', () => {
    expect(keepByChips(rows, chips, new Set(['long', 'court']))).toEqual([rows[0], rows[2], rows[3]])
    expect(keepByChips(rows, chips, new Set())).toBe(rows)
  })
  test('reconnaît les mêmes lignes dans le même ordre', () => {
    expect(sameRows(rows, [...rows])).toBe(true)
    expect(sameRows(rows, [...rows].reverse())).toBe(false)
  })
})

describe('Le pied et la largeur du tableau', () => {
  test('additionne ce qui est vu, vides exclus', () => {
    expect(formatTotal(heures, [ligne('a', 702), ligne('b'), ligne('c', 1.5)])).toBe(`703${insecable}h${insecable}30`)
    expect(formatTotal(nom, [ligne('a')])).toBeUndefined()
    const seule = { ...heures, sommeSi: (rows: readonly Ligne[]) => rows.length === 1 }
    expect(formatTotal(seule, [ligne('a', 702)])).toBe(`702${insecable}h`)
    expect(formatTotal(seule, [ligne('a', 702), ligne('b', 1)])).toBe('')
  })
  test('donne la place libre aux textes', () => {
    expect(gridTemplate([nom, heures], true)).toEqual({
      columns: '36px calc(160px + (100% - 306px) * 1 / 1) 110px',
      width: 306,
    })
  })
  test('partage la seule place libre : chaque colonne garde d’abord sa largeur', () => {
    const large = { ...nom, largeur: 200, extensible: 3 }
    expect(gridTemplate([large, nom], false).columns).toBe(
      'calc(200px + (100% - 360px) * 3 / 4) calc(160px + (100% - 360px) * 1 / 4)',
    )
  })
  test('laisse la place libre à droite sans colonne de texte', () => {
    expect(gridTemplate([heures], false).columns).toBe('110px 1fr')
  })
})
