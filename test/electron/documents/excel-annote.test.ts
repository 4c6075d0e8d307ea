import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { renderExcelAnnote } from '../../../electron/documents/excel-annote'
import { readXlsx } from '../../../electron/documents/xlsx-reader'
import { lireAvecPython, openpyxlInstalle } from '../../helpers/lecteurs'

const folder = mkdtempSync(path.join(tmpdir(), 'annote-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const classeur = {
  titre: 'Lignes à revoir',
  auteur: 'Registre',
  creeLe: '2026-11-22T10:30:00.000Z',
  feuilles: [
    {
      nom: 'Personnels',
      entetes: ['Nom', 'UAI', 'Quotité'],
      lignes: [
        ['=HYPERLINK("x")', '0351906X', 0.5],
        ['Le Goff', null, true],
      ],
      commentaires: new Map([
        ['B2', 'La lettre-clé de 0351906 est G.'],
        ['B3', 'L’UAI manque.'],
      ]),
    },
    { nom: 'Personnels', entetes: ['A'], lignes: [], commentaires: new Map([['A1', 'Colonne inconnue.']]) },
  ],
}

describe('le reste d’un import est rendu en classeur annoté', () => {
  it('garde les valeurs et les textes tels quels', async () => {
    const { feuilles } = await readXlsx(await renderExcelAnnote(classeur))
    expect(feuilles.map(({ nom }) => nom)).toEqual(['Personnels', 'Personnels (2)'])
    expect(feuilles[0]?.lignes.map(({ cellules }) => cellules.map(({ valeur }) => valeur))).toEqual([
      ['Nom', 'UAI', 'Quotité'],
      ['=HYPERLINK("x")', '0351906X', 0.5],
      ['Le Goff', true],
    ])
  })

  it.skipIf(!openpyxlInstalle)('commente et colore les cellules à revoir, même vides', async () => {
    const file = path.join(folder, 'reste.xlsx')
    writeFileSync(file, await renderExcelAnnote(classeur))
    const script = `
import json, sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[ws.title, c.coordinate, c.comment.text, c.fill.fgColor.rgb] for ws in wb for r in ws.iter_rows() for c in r if c.comment]))`
    expect(lireAvecPython(script, file)).toEqual([
      ['Personnels', 'B2', 'La lettre-clé de 0351906 est G.', 'FFFFF1D6'],
      ['Personnels', 'B3', 'L’UAI manque.', 'FFFFF1D6'],
      ['Personnels (2)', 'A1', 'Colonne inconnue.', 'FFFFF1D6'],
    ])
  })
})
