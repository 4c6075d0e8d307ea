import { describe, expect, it } from 'vitest'
import type { Editing } from '../../renderer/ui/table/cell-input'
import { editedText, findOption, readCell } from '../../renderer/ui/table/cell-input'
import type { Column } from '../../renderer/ui/table/column'
import { pasteExtent, planPaste } from '../../renderer/ui/table/paste-plan'

interface Ligne {
  nom: string
  finLe: string | null
  taux: number | null
  role: string
  residence: string
}

const roles = [
  { value: 'r1', label: 'Coordonnateur', alias: ['coord.'] },
  { value: 'r2', label: 'Formateur' },
]
const chercher = (texte: string) =>
  Promise.resolve(texte === '0350001G' ? [{ value: 'e1', label: 'Lycée Émile-Zola', alias: ['0350001G'] }] : [])
const columns: Column<Ligne>[] = [
  { cle: 'nom', titre: 'Nom', valeur: ({ nom }) => nom, edition: { input: { genre: 'texte' }, obligatoire: true } },
  { cle: 'finLe', titre: 'Fin', type: 'jour', valeur: ({ finLe }) => finLe, edition: { input: { genre: 'jour' } } },
  {
    cle: 'taux',
    titre: 'Taux',
    type: 'pourcentage',
    valeur: ({ taux }) => taux,
    edition: { input: { genre: 'pourcentage' } },
  },
  { cle: 'etat', titre: 'État', valeur: () => 'Ouvert' },
  {
    cle: 'role',
    titre: 'Rôle',
    valeur: ({ role }) => roles.find(({ value }) => value === role)?.label,
    edition: { input: { genre: 'choix', options: roles }, valeur: ({ role }) => role },
  },
  {
    cle: 'residence',
    titre: 'Résidence',
    valeur: ({ residence }) => residence,
    edition: { input: { genre: 'recherche', chercher }, valeur: ({ residence }) => residence },
  },
]
const ligne = (nom: string): Ligne => ({ nom, finLe: null, taux: null, role: 'r1', residence: '' })
const rows = ['CARADEC', 'LE GOFF', 'BEN SAÏD'].map((nom) => ({ key: nom, row: ligne(nom) }))
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right })
const plan = (source: string[][], block = at(0, 0)) =>
  planPaste({ source, block, rows: rows.slice(block.top), columns: columns.slice(block.left) })

describe('Coller un bloc', () => {
  it('écrit ce qui change, et compte ce qui ne change pas', async () => {
    const collage = await plan([
      ['CARADEC', '31/08/2026', '80 %'],
      ['LE GOFF-MARTIN', '', ''],
    ])
    expect(collage?.cells.map(({ key, column, valeur }) => [key, column.cle, valeur])).toEqual([
      ['CARADEC', 'finLe', '2026-08-31'],
      ['CARADEC', 'taux', 80],
      ['LE GOFF', 'nom', 'LE GOFF-MARTIN'],
    ])
    expect(collage?.unchanged).toBe(3)
    expect(collage?.notes).toEqual([])
  })
  it('dit pourquoi une cellule est refusée, et n’en tait aucune', async () => {
    const collage = await plan([['', '31/02/2026', '150']])
    expect(collage?.cells.map(({ refus }) => refus)).toEqual([
      'Cette cellule ne peut pas être vide.',
      expect.stringMatching(/février.2026 compte 28.jours/u),
      expect.stringMatching(/n’est pas compris entre 0 et 100/u),
    ])
    expect(collage?.refused).toBe(3)
  })
  it('annonce les colonnes et les lignes en trop, et celles qui ne se modifient pas', async () => {
    const collage = await plan(
      [
        ['Fermé', 'Formateur', '', 'x', 'y'],
        ['Fermé', 'Formateur', '', 'x', 'y'],
      ],
      at(2, 3),
    )
    expect(collage?.notes).toHaveLength(3)
    expect(collage?.notes[0]).toMatch(/^2.colonnes collées dépassent/u)
    expect(collage?.notes[1]).toMatch(/^1.ligne collée dépasse la fin de la liste/u)
    expect(collage?.notes[2]).toContain('État')
    expect(collage?.cells.map(({ valeur }) => valeur)).toEqual(['r2'])
  })
  it('garde =cmd|… comme un texte', async () => {
    const collage = await plan([["=cmd|' /C calc'!A0"]])
    expect(collage?.cells[0]).toMatchObject({ valeur: "=cmd|' /C calc'!A0" })
  })
  it('remplit tout le bloc quand il en est un multiple', async () => {
    expect(pasteExtent([['80']], at(0, 2, 2, 2))).toEqual({ height: 3, width: 1 })
    expect(pasteExtent([['1', '2']], at(0, 0, 1, 2))).toEqual({ height: 1, width: 2 })
    const collage = await plan([['80']], at(0, 2, 2, 2))
    expect(collage?.cells.map(({ key, valeur }) => [key, valeur])).toEqual([
      ['CARADEC', 80],
      ['LE GOFF', 80],
      ['BEN SAÏD', 80],
    ])
  })
  it('retrouve un établissement par son UAI, et refuse celui que personne ne connaît', async () => {
    const collage = await plan([['0350001G'], ['0359999Z']], at(0, 5))
    expect(collage?.cells[0]).toMatchObject({ valeur: 'e1', libelle: 'Lycée Émile-Zola' })
    expect(collage?.cells[1]?.refus).toContain('ne désigne aucune fiche')
  })
  it('s’arrête quand on annule, sans rien proposer', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ key: String(index), row: ligne(String(index)) }))
    const controller = new AbortController()
    const pause = () => {
      controller.abort()
      return Promise.resolve()
    }
    const source = many.map(() => ['x'])
    expect(
      await planPaste({ source, block: at(0, 0), rows: many, columns }, { signal: controller.signal, pause }),
    ).toBeUndefined()
  })
  it('10 000 lignes de 60 colonnes se préparent sans déborder du tableau', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ key: String(index), row: ligne(`N${index}`) }))
    const source = many.map(() => Array.from({ length: 60 }, (_, index) => (index === 1 ? '31/08/2026' : '')))
    const steps: number[] = []
    const collage = await planPaste(
      { source, block: at(0, 0), rows: many, columns },
      { onProgress: (fait) => steps.push(fait) },
    )
    expect(collage?.notes[0]).toMatch(/^54.colonnes collées/u)
    expect(steps.length).toBe(50)
    expect(collage?.refused).toBe(10_000)
  })
})

describe('La saisie d’une cellule selon son type', () => {
  const cases: [string, Editing<never>['input'], string, unknown][] = [
    ['une somme', { genre: 'nombre' }, '12+3*2', 18],
    ['un entier calculé', { genre: 'entier' }, '=30*4', 120],
    ['un montant et sa somme', { genre: 'montant' }, '1200 + 350,50 €', 155_050],
    ['un montant multiplié, au centime', { genre: 'montant' }, '3*33,333', 10_000],
    ['un pourcentage', { genre: 'pourcentage' }, '80 %', 80],
    ['des heures', { genre: 'heures' }, '13 h 30', 13.5],
    ['des heures additionnées', { genre: 'heures' }, '18+4,5', 22.5],
    ['une date courte', { genre: 'jour' }, '31/8/26', '2026-08-31'],
    ['un choix par son abréviation', { genre: 'choix', options: roles }, 'coord.', 'r1'],
    ['un choix par son début', { genre: 'choix', options: roles }, 'form', 'r2'],
    ['rien', { genre: 'nombre' }, '  ', null],
    ['un texte vide', { genre: 'texte' }, '', ''],
  ]
  it.each(cases)('%s', (_, input, texte, valeur) => {
    expect(readCell({ input }, texte)).toMatchObject({ ok: true, valeur })
  })
  it('propose le terme le plus proche de ce qui n’est pas dans la liste', () => {
    expect(readCell({ input: { genre: 'choix', options: roles } }, 'formatrice')).toMatchObject({
      ok: false,
      suggestion: 'Formateur',
    })
    expect(findOption(roles, '')).toBeUndefined()
  })
  it.each<[Editing<never>['input'], string | number | null, string]>([
    [{ genre: 'montant' }, 123_456, '1234,56'],
    [{ genre: 'jour' }, '2026-08-31', '31/08/2026'],
    [{ genre: 'pourcentage' }, 58.3725, '58,3725 %'],
    [{ genre: 'nombre' }, 1404, '1404'],
    [{ genre: 'choix', options: roles }, 'r2', 'Formateur'],
    [{ genre: 'texte' }, null, ''],
  ])('l’éditeur %j s’ouvre sur %j écrit « %s »', (input, valeur, texte) => {
    expect(editedText(input, valeur, 'vu')).toBe(texte)
  })
})
