import { describe, expect, it } from 'vitest'
import type { Column } from '../../renderer/ui/table/column'
import { pinOffsets } from '../../renderer/ui/table/column'
import {
  arrangedColumns,
  moveColumn,
  noColumnsState,
  pinColumn,
  placeColumn,
  readColumnsState,
  resetWidth,
  resizeColumn,
  showColumn,
  shownColumns,
} from '../../renderer/ui/table/columns-state'
import { gather, groupedLayout, plainLayout } from '../../renderer/ui/table/grouping'
import { emptySelection, isSelected, selectedCount, toggleRows, withRows } from '../../renderer/ui/table/selection'
import { applicableView, initialView, readView } from '../../renderer/ui/table/view-state'

const columns: Column<string>[] = ['a', 'b', 'c', 'd'].map((cle) => ({
  cle,
  titre: cle,
  valeur: (row) => row,
  masquee: cle === 'd',
}))
const seen = (state = noColumnsState): string =>
  shownColumns(columns, state)
    .map(({ cle }) => cle)
    .join('')

describe('Les colonnes telles que l’utilisateur les range', () => {
  it('celles que la liste masque attendent d’être demandées', () => {
    expect(seen()).toBe('abc')
    expect(seen(showColumn(noColumnsState, 'd', true))).toBe('abcd')
  })
  it('se déplacent d’un rang, sans sortir de la liste', () => {
    expect(seen(moveColumn(columns, noColumnsState, 'a', 1))).toBe('bac')
    expect(seen(moveColumn(columns, noColumnsState, 'a', -1))).toBe('abc')
    expect(seen(moveColumn(columns, noColumnsState, 'c', -2))).toBe('cab')
  })
  it('se posent avant ou après une autre', () => {
    expect(seen(placeColumn(columns, noColumnsState, 'a', 'c', true))).toBe('bca')
    expect(seen(placeColumn(columns, noColumnsState, 'c', 'a', false))).toBe('cab')
  })
  it('restent à gauche quand on les y garde', () => {
    const state = pinColumn(noColumnsState, 'c', true)
    expect(seen(state)).toBe('cab')
    const arranged = arrangedColumns(columns, state)
    expect(pinOffsets(arranged, true)).toEqual({ '--pin-0': '36px', '--pins': '196px' })
    expect(seen(pinColumn(state, 'c', false))).toBe('abc')
    expect(seen(placeColumn(columns, state, 'b', 'c', true))).toBe('cba')
    expect(seen(pinColumn(placeColumn(columns, state, 'b', 'c', true), 'c', false))).toBe('bca')
  })
  it('celle qui nomme la fiche reste en vue à sa place, sauf avis contraire', () => {
    const named = columns.map((column) => ({ ...column, principale: column.cle === 'b' }))
    const pins = (state = noColumnsState) => pinOffsets(arrangedColumns(named, state), true)
    const order = (state = noColumnsState) => arrangedColumns(named, state).map(({ cle }) => cle)
    expect(order()).toEqual(['a', 'b', 'c'])
    expect(pins()).toEqual({ '--pin-1': '36px', '--pins': '196px' })
    expect(pins(pinColumn(noColumnsState, 'b', false))).toEqual({})
    expect(pins(pinColumn(noColumnsState, 'a', true))).toEqual({
      '--pin-0': '36px',
      '--pin-1': '196px',
      '--pins': '356px',
    })
    expect(pins(moveColumn(named, noColumnsState, 'b', 1))).toEqual({ '--pin-2': '36px', '--pins': '196px' })
  })
  it('seule la dernière gardée à gauche prend la place qui reste', () => {
    const arranged = arrangedColumns(columns, pinColumn(pinColumn(noColumnsState, 'a', true), 'b', true))
    expect(arranged.map(({ extensible }) => extensible)).toEqual([0, undefined, undefined])
  })
  it('ont une largeur bornée, et reprennent la leur', () => {
    const wide = resizeColumn(noColumnsState, 'a', 5000)
    expect(wide.widths).toEqual({ a: 900 })
    expect(resizeColumn(noColumnsState, 'a', 3).widths).toEqual({ a: 48 })
    expect(resetWidth(wide, 'a').widths).toEqual({})
  })
  it('la dernière ne peut pas être masquée', () => {
    const none = ['a', 'b', 'c'].reduce((state, cle) => showColumn(state, cle, false), noColumnsState)
    expect(seen(none)).toBe('a')
  })
  it('un souvenir abîmé n’est pas un souvenir', () => {
    expect(readColumnsState('x')).toEqual(noColumnsState)
    expect(
      readColumnsState({
        order: ['a', 3],
        widths: { a: 'large', b: 120 },
        shown: { a: 1 },
        pins: { a: 'oui', b: true },
      }),
    ).toEqual({
      order: ['a'],
      shown: {},
      widths: { b: 120 },
      pins: { b: true },
    })
  })
})

describe('La vue d’une liste', () => {
  it('oublie le tri et le groupe d’une colonne qui n’existe plus', () => {
    const view = {
      ...initialView([
        { cle: 'a', sens: 'asc' },
        { cle: 'z', sens: 'desc' },
      ]),
      group: { cle: 'z', sens: 'asc' as const },
    }
    const filter = {
      lien: 'et' as const,
      termes: [
        { colonne: 'z', op: 'vide' as const },
        { colonne: 'a', op: 'nonVide' as const },
      ],
    }
    const { view: kept, dropped } = applicableView({ ...view, filter }, columns)
    expect([kept.sorts, kept.group]).toEqual([[{ cle: 'a', sens: 'asc' }], null])
    expect(kept.filter?.termes).toEqual([{ colonne: 'a', op: 'nonVide' }])
    expect(dropped[0]).toMatch(/n’existe plus dans cette liste/u)
  })
  it('se relit, et celle qu’on ne comprend pas laisse la liste comme elle est', () => {
    const fallback = initialView()
    const view = { ...fallback, compact: true, sorts: [{ cle: 'a', sens: 'desc' as const }] }
    expect(readView(JSON.stringify(view), fallback)).toEqual(view)
    expect(readView('{', fallback)).toBe(fallback)
    expect(readView(null, fallback)).toBe(fallback)
    expect(readView('[]', fallback).sorts).toEqual([])
  })
})

describe('Les groupes', () => {
  const rows = ['Ille 1', 'Ille 2', 'Finistère 1', ' 1']
  const groups = gather(
    rows,
    (row) => row.split(' ')[0] ?? '',
    (some) => ({ n: some.length }),
  )
  it('rassemblent les lignes qui se suivent, avec leur total', () => {
    expect(groups.map(({ value, start, size, totals }) => [value, start, size, totals['n']])).toEqual([
      ['Ille', 0, 2, 2],
      ['Finistère', 2, 1, 1],
      ['', 3, 1, 1],
    ])
  })
  it('ont un titre au-dessus de leurs lignes', () => {
    const layout = groupedLayout(groups, new Set())
    const lines = Array.from({ length: layout.count }, (_, line) => layout.at(line))
    expect(lines.map((line) => (line?.kind === 'row' ? line.data : line?.group.value))).toEqual([
      'Ille',
      0,
      1,
      'Finistère',
      2,
      '',
      3,
    ])
    expect([0, 1, 2, 3].map(layout.lineOf)).toEqual([1, 2, 4, 6])
  })
  it('pliés, ne gardent que leur titre', () => {
    const layout = groupedLayout(groups, new Set(['Ille']))
    expect(layout.count).toBe(5)
    expect(layout.at(1)).toMatchObject({ kind: 'group', group: { value: 'Finistère' } })
    expect(layout.lineOf(1)).toBe(-1)
    expect(layout.lineOf(2)).toBe(2)
    expect(layout.at(9)).toBeUndefined()
  })
  it('sans groupe, une ligne est une ligne', () => {
    const layout = plainLayout(3)
    expect([layout.at(2), layout.at(3), layout.lineOf(2)]).toEqual([{ kind: 'row', data: 2 }, undefined, 2])
  })
})

describe('Prendre tout sauf quelques lignes', () => {
  const all = { keys: new Set<string>(), anchor: undefined, inverse: true }
  it('ne nomme que celles qui sont laissées', () => {
    const some = withRows(all, ['a'], false)
    expect([isSelected(some, 'a'), isSelected(some, 'b'), selectedCount(some, 100)]).toEqual([false, true, 99])
    expect(selectedCount(withRows(some, ['a']), 100)).toBe(100)
  })
  it('un bloc de lignes se prend ou se laisse d’un coup', () => {
    const two = toggleRows(emptySelection, ['a', 'b'])
    expect([...two.keys]).toEqual(['a', 'b'])
    expect([...toggleRows(two, ['a', 'b']).keys]).toEqual([])
    expect([...toggleRows(two, ['b', 'c']).keys].sort()).toEqual(['a', 'b', 'c'])
  })
})
