import { describe, expect, it } from 'vitest'
import { joined } from '../../renderer/liste/chips'
import { columnsOf, firstShown } from '../../renderer/liste/columns'
import { sentCell } from '../../renderer/liste/sent-cell'
import { contentOfTable } from '../../renderer/liste/table-content'
import { contentOf, goneFrom, isSeen, viewOf } from '../../renderer/liste/view-content'
import type { Column } from '../../renderer/ui/table/column'
import { noColumnsState, pinColumn, resizeColumn, showColumn } from '../../renderer/ui/table/columns-state'
import { initialView, nothingTyped, readTyped } from '../../renderer/ui/table/view-state'
import type { Liste } from '../../shared/liste/colonne'
import type { Filtre } from '../../shared/liste/filtre'

interface Ligne {
  id: string
  nom: string
  secteur: 'public' | 'prive'
  eleves: number | null
}

const fiche = ({ id }: Ligne) => ({ table: 'etablissement', id })
const liste: Liste<Ligne, 'etablissements'> = {
  cle: 'etablissements',
  table: 'etablissement',
  titre: 'Établissements',
  noun: { un: 'établissement', plusieurs: 'établissements' },
  colonnes: [
    { cle: 'nom', titre: 'Nom', type: 'texte', valeur: ({ nom }) => nom, ecriture: { champ: 'nom', fiche } },
    {
      cle: 'secteur',
      titre: 'Secteur',
      type: 'liste',
      valeur: ({ secteur }) => (secteur === 'public' ? 'Public' : 'Privé'),
      groupable: true,
      ecriture: { champ: 'secteur', fiche, choix: { Public: 'public', Privé: 'prive' } },
    },
    {
      cle: 'eleves',
      titre: 'Élèves',
      type: 'nombre',
      valeur: ({ eleves }) => eleves,
      masquee: true,
      ecriture: { champ: 'nombreEleves', fiche, vide: null },
    },
  ],
}
const ligne: Ligne = { id: 'e1', nom: 'Lycée', secteur: 'prive', eleves: null }
const columns = columnsOf(liste, { nom: { largeur: 240, principale: true } })
const column = (cle: string): Column<Ligne> => {
  const found = columns.find((one) => one.cle === cle)
  if (!found) throw new Error(cle)
  return found
}

describe('Les colonnes déclarées par une liste', () => {
  it('se saisissent selon leur type, et disent le champ qu’elles montrent', () => {
    expect(column('nom')).toMatchObject({ largeur: 240, principale: true, edition: { obligatoire: true } })
    expect(column('secteur').edition?.valeur?.(ligne)).toBe('prive')
    expect(column('eleves').edition).toMatchObject({ input: { genre: 'nombre' }, obligatoire: false })
    expect(column('eleves').cellule?.(ligne)).toEqual({ table: 'etablissement', id: 'e1', champ: 'nombreEleves' })
  })
  it('se montrent d’abord dans l’ordre voulu, les autres attendent d’être choisies', () => {
    expect(firstShown(columns, ['eleves', 'nom']).map(({ cle, masquee }) => [cle, masquee === true])).toEqual([
      ['eleves', false],
      ['nom', false],
      ['secteur', true],
    ])
  })
  it('envoient au registre un texte que la règle sait relire', () => {
    const sent = (cle: string, valeur: string | number | null, texte: string) =>
      sentCell({ key: 'e1', row: ligne, column: column(cle), valeur, texte }).valeur
    expect(sent('secteur', 'public', 'publ')).toBe('Public')
    expect(sent('eleves', 412, '400+2*6')).toBe('412')
    expect(sent('eleves', null, '')).toBe('')
    expect(sent('nom', "=cmd|' /C calc'!A0", '')).toBe("=cmd|' /C calc'!A0")
  })
})

describe('Une vue enregistrée', () => {
  const chips = [
    { cle: 'prives', titre: 'Privés', garde: () => true, count: 1, active: true },
    { cle: 'publics', titre: 'Publics', garde: () => true, count: 0, active: false },
  ]
  const vu = { view: initialView(), search: '', chips, allColumns: columns }
  it('remet ce qui était vu', () => {
    const view = {
      ...initialView([{ cle: 'nom', sens: 'desc' as const }]),
      columns: pinColumn(resizeColumn(showColumn(noColumnsState, 'eleves', true), 'nom', 320), 'nom', true),
      group: { cle: 'secteur', sens: 'asc' as const },
      compact: true,
      filter: { lien: 'et' as const, termes: [{ colonne: 'eleves', op: 'vide' as const }] },
    }
    const content = contentOf({ ...vu, view, search: 'lycée' })
    expect(content).toMatchObject({
      recherche: 'lycée',
      puces: ['prives'],
      densite: 'compacte',
      tris: [{ colonne: 'nom', sens: 'desc' }],
    })
    const back = viewOf(content)
    expect([back.sorts, back.group, back.compact, back.filter]).toEqual([view.sorts, view.group, true, view.filter])
    expect(back.columns).toMatchObject({
      pins: { nom: true, eleves: false },
      widths: { nom: 320 },
      shown: { eleves: true },
    })
  })
  it('nomme les colonnes et les pastilles que la liste n’a plus, sans redire ce que son filtre dit', () => {
    const content = contentOf({ ...vu, allColumns: [...columns, { cle: 'zap', titre: 'ZAP', valeur: () => '' }] })
    expect(goneFrom(content, vu)).toBe('la colonne « zap »')
    expect(goneFrom(content, { ...vu, chips: [] })).toBe('la colonne « zap » et une pastille')
    expect(goneFrom({ ...content, tris: [{ colonne: 'zap', sens: 'asc' }] }, vu)).toBeUndefined()
  })
  it('est montrée telle quelle, ou modifiée depuis', () => {
    const content = contentOf(vu)
    expect(isSeen(content, vu)).toBe(true)
    const tiree = { ...vu, view: { ...vu.view, sorts: [{ cle: 'nom', sens: 'asc' as const }] } }
    const changees = [
      { ...vu, search: 'lycée' },
      { ...vu, chips: [] },
      tiree,
      { ...vu, view: { ...vu.view, columns: showColumn(noColumnsState, 'eleves', true) } },
    ]
    for (const autre of changees) expect(isSeen(content, autre)).toBe(false)
  })
  it('n’est pas dite modifiée par une colonne venue ou partie depuis', () => {
    const avecZap = { ...vu, allColumns: [...columns, { cle: 'zap', titre: 'ZAP', valeur: () => '' }] }
    expect(isSeen(contentOf(avecZap), vu)).toBe(true)
    expect(isSeen(contentOf(vu), avecZap)).toBe(true)
  })
})

describe('L’export d’un tableau dont les lignes sont là', () => {
  const lignes: Ligne[] = [
    { id: 'e1', nom: 'Lycée', secteur: 'prive', eleves: 12 },
    { id: 'e2', nom: 'Collège', secteur: 'public', eleves: null },
  ]
  const rendue: Column<Ligne> = { cle: 'dit', titre: 'Dit', valeur: ({ nom }) => nom, rendu: ({ nom }) => `« ${nom} »` }
  const comptee: Column<Ligne> = {
    ...{ cle: 'eleves', titre: 'Élèves', type: 'nombre', total: 'somme' },
    ...{ valeur: ({ eleves }) => eleves, rendu: ({ eleves }) => `${eleves ?? 0} élèves`, unite: () => 'élèves' },
  }
  const table = {
    ...{ label: 'Lycées', noun: { un: 'ligne', plusieurs: 'lignes' }, total: 5, search: ' zola ', chips: [] },
    ...{
      allColumns: [...columns, rendue],
      columns: [rendue, comptee],
      keptRows: lignes,
      selectedRows: lignes.slice(1),
    },
    ...{
      groups: undefined,
      folded: new Set(['Privé']),
      view: { ...initialView(), columns: resizeColumn(noColumnsState, 'nom', 300) },
    },
  }
  it('donne les nombres tels quels, le reste comme il se lit, dans l’ordre vu', () => {
    const content = contentOfTable(table)
    expect(content).toMatchObject({ titre: 'Lycées', ensemble: 5, choisies: false, recherche: 'zola' })
    expect([content.vues, content.lignes]).toEqual([
      ['dit', 'eleves'],
      [
        ['« Lycée »', 12],
        ['« Collège »', null],
      ],
    ])
    expect(content.unites).toEqual({ eleves: ['élèves', 'élèves'] })
    expect(content.colonnes.find(({ cle }) => cle === 'nom')?.largeur).toBe(300)
  })
  it('se borne aux lignes cochées, sans leurs groupes', () => {
    const group = { value: 'Privé', start: 0, size: 2, totals: {} }
    const content = contentOfTable(
      { ...table, groups: [group], view: { ...table.view, group: { cle: 'secteur', sens: 'asc' } } },
      true,
    )
    expect([content.lignes.length, content.choisies, content.groupes, content.groupe]).toEqual([1, true, [], null])
  })
  it('nomme chaque groupe dans une première colonne de texte', () => {
    const group = { value: 'Privé', start: 0, size: 2, totals: { eleves: 12 } }
    const content = contentOfTable({
      ...table,
      ...{ columns: [comptee, rendue], groups: [group] },
      view: { ...table.view, group: { cle: 'secteur', sens: 'asc' } },
    })
    expect(content.vues).toEqual(['secteur', 'eleves', 'dit'])
    expect(content.groupes).toEqual([{ valeur: 'Privé', debut: 0, nombre: 2, totaux: { eleves: 12 } }])
  })
})

describe('Les pastilles enfoncées', () => {
  const vide: Filtre = { lien: 'et', termes: [{ colonne: 'eleves', op: 'vide' }] }
  const prive: Filtre = { lien: 'et', termes: [{ colonne: 'secteur', op: 'parmi', valeurs: ['Privé'] }] }
  const nomme: Filtre = { lien: 'et', termes: [{ colonne: 'nom', op: 'nonVide' }] }
  const chips = [
    { cle: 'vide', titre: 'Sans élèves', filtre: vide },
    { cle: 'prive', titre: 'Privés', filtre: prive },
  ]
  it('sont des alternatives, en plus de ce qui est demandé par ailleurs', () => {
    expect(joined(chips, new Set(['vide', 'prive']), nomme)).toEqual({
      lien: 'et',
      termes: [{ lien: 'ou', termes: [vide, prive] }, nomme],
    })
    expect(joined(chips, new Set(['vide']), null)).toEqual({ lien: 'et', termes: [vide] })
  })
  it('ne demandent rien quand aucune ne l’est, ni quand la liste ne la connaît plus', () => {
    expect(joined(chips, new Set(), null)).toBeNull()
    expect(joined(chips, new Set(['disparue']), nomme)).toEqual({ lien: 'et', termes: [nomme] })
  })
})

describe('Ce qui est tapé dans le filtre rapide', () => {
  it('revient au démarrage suivant, et rien d’autre', () => {
    expect(readTyped('{"search":"zola","chips":["prive"]}')).toEqual({ search: 'zola', chips: ['prive'] })
    expect(readTyped('{"search":12}')).toEqual(nothingTyped)
    expect(readTyped('{')).toEqual(nothingTyped)
    expect(readTyped(null)).toEqual(nothingTyped)
  })
})
