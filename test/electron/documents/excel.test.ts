import type { Buffer } from 'node:buffer'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClasseurDecrit, FeuilleDecrite } from '../../../electron/documents/excel'
import { renderExcel } from '../../../electron/documents/excel'
import { cellText, sheetName } from '../../../electron/documents/excel-text'
import { readXlsx } from '../../../electron/documents/xlsx-reader'
import { openArchive } from '../../../electron/documents/zip-guard'
import { libreOfficeInstalle, lireAvecLibreOffice, lireAvecPython, openpyxlInstalle } from '../../helpers/lecteurs'

const agents: FeuilleDecrite = {
  nom: 'Agents / ETP',
  titre: 'Agents',
  sousTitre: 'Année 2025-2026',
  lienRetour: 'Page de garde',
  figer: 1,
  note: 'Source : le registre.',
  colonnes: [
    { cle: 'nom', titre: 'Nom', type: 'texte' },
    { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', total: 'moyenne', aide: 'Part du temps plein' },
    { cle: 'heures', titre: 'Heures dues', type: 'heures', total: 'somme' },
    { cle: 'cout', titre: 'Coût', type: 'montant', total: 'somme' },
    { cle: 'fin', titre: 'Fin de contrat', type: 'jour' },
    { cle: 'cplds', titre: 'CPLDS', type: 'booleen', total: 'compte' },
    { cle: 'suivis', titre: 'Élèves suivis', type: 'entier', total: 'somme' },
  ],
  lignes: [
    {
      nom: '=cmd|’ /c calc’!A1',
      quotite: 50,
      heures: 324,
      cout: 1_234_567,
      fin: '2026-08-31',
      cplds: true,
      suivis: 12,
    },
    { nom: 'Naël\u0001 & <b>', quotite: 33.333, heures: 12.25, cout: -5, fin: 'relancé', cplds: false, suivis: null },
    { nom: '+33 2 99 00 00 00', quotite: 100, heures: null, cout: 10, fin: '1901-01-01', cplds: null, suivis: 12_345 },
  ],
}

const classeur: ClasseurDecrit = {
  titre: 'Bilan 2025-2026 & annexes',
  auteur: 'Académie fictive',
  creeLe: '2026-11-22T10:30:00.000Z',
  editeLe: '2026-11-22',
  feuilles: [
    {
      genre: 'chiffres',
      nom: 'Page de garde',
      titre: 'Bilan 2025-2026',
      rubriques: [
        {
          titre: 'Personnels',
          chiffres: [
            {
              libelle: 'Agents',
              valeur: 45,
              type: 'entier',
              unite: 'personnes',
              definition: 'Affectées dans l’année.',
            },
            { libelle: 'Coût', valeur: 123_456_789, type: 'montant' },
          ],
        },
      ],
      liens: [{ feuille: 'Agents / ETP', libelle: 'Les agents' }],
    },
    agents,
    { nom: 'Vide', colonnes: [{ cle: 'a', titre: 'A', type: 'texte', total: 'compte' }], lignes: [] },
    {
      genre: 'texte',
      nom: 'Méthode',
      titre: 'Méthode',
      blocs: [
        { genre: 'titre', texte: 'Définitions' },
        { genre: 'paragraphe', texte: 'Ce que chaque chiffre compte.' },
        { genre: 'definition', terme: 'ETP', texte: 'Équivalent temps plein.' },
      ],
    },
  ],
}

let folder = ''
let file = ''
let bytes: Buffer
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'excel-'))
  file = path.join(folder, 'bilan.xlsx')
  bytes = await renderExcel(classeur)
  writeFileSync(file, bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const script = `
import json, sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
cached = openpyxl.load_workbook(sys.argv[1], data_only=True)
def cell(ws, ref):
    c = ws[ref]; v = c.value
    return [v.isoformat()[:10] if hasattr(v, 'isoformat') else v, c.number_format, c.data_type,
            c.comment.text if c.comment else None, c.hyperlink.target if c.hyperlink else None, cached[ws.title][ref].value if c.data_type == 'f' else None]
a = wb['Agents ETP']
print(json.dumps({
  'feuilles': wb.sheetnames, 'titre': wb.properties.title, 'auteur': wb.properties.creator, 'cree': wb.properties.created.isoformat(),
  'cellules': {r: cell(a, r) for r in ['A3','B5','A6','B6','C6','D6','E6','F6','G6','A7','B7','E7','G7','A8','E8','A9','B9','C9','D9','F9','G9','A11']},
  'figee': a.freeze_panes, 'filtre': a.auto_filter.ref, 'titres': a.print_title_rows, 'papier': a.page_setup.paperSize,
  'largeur': a.page_setup.fitToWidth, 'hauteur': a.page_setup.fitToHeight, 'ajuste': a.sheet_properties.pageSetUpPr.fitToPage,
  'orientation': a.page_setup.orientation, 'entete': [a.oddHeader.left.text, a.oddHeader.right.text], 'pied': [a.oddFooter.left.text, a.oddFooter.right.text],
  'garde': [wb['Page de garde'][r].value for r in ['A1','A4','B4','C4','D4','B5']], 'lien': wb['Page de garde']['A8'].hyperlink.target,
  'vide': [[c.value for c in r] for r in wb['Vide'].iter_rows()],
  'methode': [[c.value for c in r] for r in wb['Méthode'].iter_rows()],
}))`

interface Relu {
  feuilles: string[]
  cellules: Record<string, [unknown, string, string, string | null, string | null, unknown]>
  [autre: string]: unknown
}

describe.skipIf(!openpyxlInstalle)('openpyxl relit le classeur', () => {
  let relu: Relu
  beforeAll(() => {
    relu = lireAvecPython(script, file) as Relu
  })

  it.each([
    ['A3', ['← Page de garde', 'General', 's', null, "#'Page de garde'!A1", null]],
    ['B5', ['Quotité', 'General', 's', 'Part du temps plein', null, null]],
    ['A6', ['=cmd|’ /c calc’!A1', 'General', 's', null, null, null]],
    ['B6', [0.5, '0.0\\ %', 'n', null, null, null]],
    ['C6', [324, '#,##0.00', 'n', null, null, null]],
    ['D6', [12_345.67, '#,##0.00\\ "€"', 'n', null, null, null]],
    ['E6', ['2026-08-31', 'dd/mm/yyyy', 'd', null, null, null]],
    ['F6', ['oui', 'General', 's', null, null, null]],
    ['A7', ['Naël & <b>', 'General', 's', null, null, null]],
    ['B7', [0.33333, '0.0\\ %', 'n', null, null, null]],
    ['E7', ['relancé', 'dd/mm/yyyy', 's', null, null, null]],
    ['G7', [null, '#,##0', 'n', null, null, null]],
    ['E8', ['1901-01-01', 'dd/mm/yyyy', 'd', null, null, null]],
    ['A9', ['Total', 'General', 's', null, null, null]],
    ['B9', ['=SUBTOTAL(101,B6:B8)', '0.0\\ %', 'f', null, null, 0.61111]],
    ['C9', ['=SUBTOTAL(109,C6:C8)', '#,##0.00', 'f', null, null, 336.25]],
    ['D9', ['=SUBTOTAL(109,D6:D8)', '#,##0.00\\ "€"', 'f', null, null, 12_345.72]],
    ['F9', ['=SUBTOTAL(103,F6:F8)', '"Nb : "#,##0', 'f', null, null, 2]],
    ['G9', ['=SUBTOTAL(109,G6:G8)', '#,##0', 'f', null, null, 12_357]],
    ['A11', ['Source : le registre.', 'General', 's', null, null, null]],
  ])('cellule %s', (ref, attendu) => {
    expect(relu.cellules[ref]).toEqual(attendu)
  })

  it('et sa mise en page', () => {
    const { cellules: _, ...reste } = relu
    expect(reste).toEqual({
      feuilles: ['Page de garde', 'Agents ETP', 'Vide', 'Méthode'],
      titre: 'Bilan 2025-2026 & annexes',
      auteur: 'Académie fictive',
      cree: '2026-11-22T10:30:00',
      figee: 'B6',
      filtre: 'A5:G8',
      titres: '$5:$5',
      papier: 9,
      largeur: 1,
      hauteur: 0,
      ajuste: true,
      orientation: 'landscape',
      entete: ['Bilan 2025-2026 && annexes', '&A'],
      pied: ['Édité le 22/11/2026', 'Page &P / &N'],
      garde: ['Bilan 2025-2026', 'Agents', 45, 'personnes', 'Affectées dans l’année.', 1_234_567.89],
      lien: "#'Agents ETP'!A1",
      vide: [['A'], ['Aucune ligne']],
      methode: [
        ['Méthode', null],
        [null, null],
        [null, null],
        ['Définitions', null],
        ['Ce que chaque chiffre compte.', null],
        ['ETP', 'Équivalent temps plein.'],
      ],
    })
  })
})

describe.skipIf(!libreOfficeInstalle)('LibreOffice ouvre le classeur', () => {
  it('et y lit les mêmes nombres, les mêmes dates et les mêmes totaux', { timeout: 120_000 }, () => {
    const feuilles = lireAvecLibreOffice(file)
    expect([...feuilles.keys()].toSorted()).toEqual(['Agents ETP', 'Méthode', 'Page de garde', 'Vide'])
    const lignes = feuilles.get('Agents ETP')?.split('\n') ?? []
    expect(lignes[5]).toBe('=cmd|’ /c calc’!A1,50%,324,12345.67,08/31/2026,oui,12')
    expect(lignes[8]).toBe('Total,61.111%,336.25,12345.72,,2,12357')
  })
})

describe('un même classeur décrit', () => {
  it('donne les mêmes octets', async () => {
    const encore = await renderExcel(classeur)
    expect(encore.equals(bytes)).toBe(true)
  })

  it('est relu par notre propre lecteur', async () => {
    const { feuilles } = await readXlsx(bytes)
    const ligne = feuilles[1]?.lignes.find(({ numero }) => numero === 6)
    expect(ligne?.cellules.map(({ type, valeur }) => [type, valeur])).toEqual([
      ['texte', '=cmd|’ /c calc’!A1'],
      ['nombre', 0.5],
      ['nombre', 324],
      ['nombre', 12_345.67],
      ['date', '2026-08-31'],
      ['texte', 'oui'],
      ['nombre', 12],
    ])
  })

  it('compte ses lignes en chemin et s’arrête quand on annule', async () => {
    const lignes = Array.from({ length: 1_200 }, (_, index) => ({ a: index }))
    const grand: ClasseurDecrit = {
      ...classeur,
      feuilles: [{ nom: 'A', colonnes: [{ cle: 'a', titre: 'A', type: 'entier' }], lignes }],
    }
    const comptes: number[] = []
    await renderExcel(grand, { onProgress: (compte) => comptes.push(compte) })
    expect(comptes).toEqual([500, 1000, 1200])
    const arret = new AbortController()
    const rendu = renderExcel(grand, { signal: arret.signal, onProgress: () => arret.abort(new Error('annulé')) })
    await expect(rendu).rejects.toThrow('annulé')
  })
})

describe('la mise en place d’un tableau', () => {
  const court = { nom: 'CARADEC Inès', lieux: 'Lycée Macé', choisie: 'x'.repeat(80), heures: 1404 }
  const long = { ...court, lieux: 'Lycée Macé, Collège Beaumont, Lycée professionnel Bréquigny, EREA Rey' }
  const feuille: FeuilleDecrite = {
    nom: 'A',
    cleTotal: 'estTotal',
    colonnes: [
      { cle: 'nom', titre: 'Nom', type: 'texte', total: 'compte' },
      { cle: 'lieux', titre: 'Lieux', type: 'texte' },
      { cle: 'choisie', titre: 'Choisie', type: 'texte', largeur: 12 },
      { cle: 'heures', titre: 'Heures dues dans l’année scolaire', type: 'heures', largeur: 3, total: 'somme' },
    ],
    lignes: [court, long, { ...court, estTotal: true }],
  }
  let xml = ''
  beforeAll(async () => {
    const archive = await openArchive(await renderExcel({ ...classeur, feuilles: [feuille] }))
    const parties: Buffer[] = []
    for await (const partie of archive.read('xl/worksheets/sheet1.xml')) parties.push(partie)
    xml = parties.map(String).join('')
  })
  const hauteur = (ligne: number) => Number(new RegExp(`<row r="${String(ligne)}"[^>]* ht="([\\d.]+)"`).exec(xml)?.[1])
  const largeur = (colonne: number) =>
    Number(new RegExp(`<col min="${String(colonne)}"[^>]* width="([\\d.]+)"`).exec(xml)?.[1])
  const style = (ref: string) => new RegExp(`<c r="${ref}" s="(\\d+)"`).exec(xml)?.[1]

  it('donne à chaque ligne la hauteur de son plus long texte enroulé', () => {
    expect(hauteur(3)).toBeGreaterThan(hauteur(2))
    expect(hauteur(4)).toBe(hauteur(2))
    expect(hauteur(5)).toBeGreaterThan(0)
  })

  it('mesure les colonnes sur ce qu’elles montrent, garde une largeur choisie, et n’étrangle pas un nombre', () => {
    expect(largeur(1)).toBeLessThan(18)
    expect(largeur(2)).toBe(44)
    expect(largeur(3)).toBe(12)
    expect(largeur(4)).toBeGreaterThan(10)
  })

  it('intitule le total par son compte, et distingue les lignes qui en totalisent d’autres', () => {
    expect(style('A4')).not.toBe(style('A3'))
    expect(style('A3')).toBe(style('A2'))
    expect(xml).not.toContain('>Total<')
  })
})

it('garde des totaux et des sous-totaux sans ce que l’addition des décimales y laisse', async () => {
  const feuille: FeuilleDecrite = {
    nom: 'A',
    colonnes: [
      { cle: 'nom', titre: 'Nom', type: 'texte' },
      { cle: 'heures', titre: 'Heures', type: 'heures', total: 'somme' },
      { cle: 'ecart', titre: 'Écart', type: 'nombre', total: 'somme' },
      { cle: 'due', titre: 'Due', type: 'heures', totalDonne: 0.8 + 13.4 },
    ],
    lignes: [
      { nom: 'a', heures: 0.8, ecart: 0.1 },
      { nom: 'b', heures: 13.4, ecart: 0.2 },
      { nom: 'c', heures: null, ecart: -0.3 },
    ],
    groupes: [
      { titre: 'Tous', debut: 0, nombre: 3, totaux: { heures: 0.8 + 13.4, ecart: 0.1 + 0.2 - 0.3, due: 0.8 + 13.4 } },
    ],
  }
  const archive = await openArchive(await renderExcel({ ...classeur, feuilles: [feuille] }))
  let xml = ''
  for await (const partie of archive.read('xl/worksheets/sheet1.xml')) xml += String(partie)
  const valeur = (ref: string) => new RegExp(`<c r="${ref}"[^>]*>(?:<f>[^<]*</f>)?<v>([^<]*)</v>`).exec(xml)?.[1]
  for (const ligne of [2, 6]) {
    expect(['B', 'C', 'D'].map((colonne) => valeur(`${colonne}${String(ligne)}`))).toEqual(['14.2', '0', '14.2'])
  }
})

describe('les noms et les textes conviennent au format', () => {
  it.each([
    ['Agents / ETP', 'Agents ETP'],
    ['Réseau [FOQUALE]: « x » ?', 'Réseau FOQUALE « x »'],
    ["'entre apostrophes'", 'entre apostrophes'],
    ['', 'Feuille'],
    ['History', 'Feuille History'],
    ['x'.repeat(40), 'x'.repeat(31)],
  ])('la feuille « %s » devient « %s »', (nom, attendu) => {
    expect(sheetName(nom, new Set())).toBe(attendu)
  })

  it('deux feuilles de même nom sont distinguées, même longues', () => {
    const pris = new Set<string>()
    expect([
      sheetName('Bilan', pris),
      sheetName('BILAN', pris),
      sheetName('x'.repeat(31), pris),
      sheetName('x'.repeat(35), pris),
    ]).toEqual(['Bilan', 'BILAN (2)', 'x'.repeat(31), `${'x'.repeat(27)} (2)`])
  })

  it.each([
    ['a\u0000b\u000bc', 'abc'],
    ['seul \ud800 !', 'seul  !'],
    ['🎓', '🎓'],
    ['_x0041_', '_x005F_x0041_'],
    ['x'.repeat(40_000), 'x'.repeat(32_767)],
    ['ligne\nsuivante\t!', 'ligne\nsuivante\t!'],
  ])('%j', (texte, attendu) => {
    expect(cellText(texte)).toBe(attendu)
  })
})
