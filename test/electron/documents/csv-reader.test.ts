import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/app-error'
import { readCsv } from '../../../electron/documents/csv-reader'

const texte =
  'Nom;Établissement;Œuvre\r\nLe Goff;Collège d’Échange;« cœur » – 12 €\r\n\r\nNaël;"Lycée; ""Bréquigny""";\r\n'
const attendu = [
  { numero: 2, valeurs: ['Le Goff', 'Collège d’Échange', '« cœur » – 12 €'] },
  { numero: 4, valeurs: ['Naël', 'Lycée; "Bréquigny"', ''] },
]
const windows: Readonly<Record<string, number>> = { '’': 0x92, œ: 0x9c, Œ: 0x8c, '–': 0x96, '€': 0x80 }
const cp1252 = (source: string) => Buffer.from([...source].map((letter) => windows[letter] ?? letter.charCodeAt(0)))
const bigEndian = (source: string) => Buffer.from(source, 'utf16le').swap16()

describe('l’encodage et le séparateur sont reconnus', () => {
  it.each([
    ['UTF-8', Buffer.from(texte), 'UTF-8'],
    ['UTF-8 avec marque', Buffer.from(`\ufeff${texte}`), 'UTF-8'],
    ['UTF-16 LE avec marque', Buffer.from(`\ufeff${texte}`, 'utf16le'), 'UTF-16 LE'],
    ['UTF-16 LE sans marque', Buffer.from(texte, 'utf16le'), 'UTF-16 LE'],
    ['UTF-16 BE avec marque', bigEndian(`\ufeff${texte}`), 'UTF-16 BE'],
    ['UTF-16 BE sans marque', bigEndian(texte), 'UTF-16 BE'],
    ['Windows-1252', cp1252(texte), 'Windows-1252'],
    ['fins de ligne de Mac', Buffer.from(texte.replaceAll('\r\n', '\r')), 'UTF-8'],
    ['consigne sep=', Buffer.from(`sep=;\r\n${texte}`), 'UTF-8'],
  ])('%s', (cas, bytes, encodage) => {
    const lu = readCsv(bytes)
    const decalage = cas === 'consigne sep=' ? 1 : 0
    expect(lu).toMatchObject({
      encodage,
      separateur: ';',
      entetes: ['Nom', 'Établissement', 'Œuvre'],
      avertissements: [],
    })
    expect([...lu.lignes()]).toEqual(attendu.map(({ numero, valeurs }) => ({ numero: numero + decalage, valeurs })))
  })

  it.each([
    ['a,b;c,d\n1,2;3,4\n5,"6,7",8', ','],
    ['a\tb,c\td\n1,0\t2\t3', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['nom;ville, pays\nX;Rennes, France\nY;Brest, France', ';'],
    ['uai\n0351906G', ';'],
  ])('%j est séparé par %j', (source, separateur) => {
    expect(readCsv(Buffer.from(source)).separateur).toBe(separateur)
  })

  it('un fichier UTF-8 coupé au milieu d’une lettre reste de l’UTF-8, avec un avertissement', () => {
    const entier = Buffer.from(`nom;lieu\n${'Élève;Évêché\n'.repeat(50)}Zoé`)
    const lu = readCsv(entier.subarray(0, -1))
    expect(lu.encodage).toBe('UTF-8')
    expect(lu.avertissements).toHaveLength(1)
    expect([...lu.lignes()].at(-1)?.valeurs).toEqual(['Zo\ufffd'])
  })

  it('la ligne d’en-tête est la première qui n’est pas vide', () => {
    const lu = readCsv(Buffer.from('\n ; \nNom ; Ville\nA;B'))
    expect([lu.ligneDesEntetes, lu.entetes]).toEqual([3, ['Nom', 'Ville']])
    expect([...lu.lignes()]).toEqual([{ numero: 4, valeurs: ['A', 'B'] }])
  })
})

describe('un fichier qui n’est pas un CSV lisible est refusé avec sa phrase', () => {
  const cas: readonly [string, Uint8Array, RegExp][] = [
    ['vide', Buffer.alloc(0), /est vide/],
    ['que des blancs', Buffer.from(' \r\n\r\n'), /aucune ligne/],
    ['que des séparateurs', Buffer.from(';;\n;;\n'), /aucune ligne/],
    ['binaire', Buffer.from([1, 0, 0, 0, 2, 0, 255, 0, 0, 7]), /n’est pas un fichier texte/],
    ['image', Buffer.from('89504e470d0a1a0a01020304050607080203040506070811', 'hex'), /n’est pas un fichier texte/],
    ['classeur', Buffer.from('PK\x03\x04xxxx', 'latin1'), /mais un classeur/],
    ['sans en-tête', Buffer.from('12;13,5\n14;15'), /pas de ligne d’en-tête : la ligne 1/],
  ]
  it.each(cas)('%s', (_, bytes, phrase) => {
    expect(() => readCsv(bytes, { nom: 'annuaire.csv' })).toThrow(AppError)
    expect(() => readCsv(bytes, { nom: 'annuaire.csv' })).toThrow(phrase)
  })

  it('un guillemet jamais refermé dit sa ligne', () => {
    const lire = (source: string) => [...readCsv(Buffer.from(source), { nom: 'x.csv' }).lignes()]
    const phrase = (ligne: number) =>
      `« x.csv » est mal formé : un guillemet ouvert à la ligne ${ligne} n’est jamais refermé. Rien n’a été importé.`
    expect(() => lire('a;b\n1;2\n3;"4\n5;6\n')).toThrow(phrase(3))
    expect(() => lire(`a;b\n${'1;2\n'.repeat(400_000)}3;"4\n5;6\n`)).toThrow(phrase(400_002))
  })
})

describe('la lecture par fenêtres ne change rien au contenu', () => {
  it('relit ce que Papaparse écrit, quels que soient les guillemets et les retours', () => {
    const champ = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', ' ', '9'), maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.array(champ, { minLength: 3, maxLength: 3 }), { maxLength: 30 }), (rows) => {
        const source = Papa.unparse([['x', 'y', 'z'], ...rows], { delimiter: ';', newline: '\r\n', quotes: true })
        const pleines = rows.filter((row) => row.some((value) => value.trim() !== ''))
        expect([...readCsv(Buffer.from(source)).lignes()].map(({ valeurs }) => valeurs)).toEqual(pleines)
      }),
    )
  })

  it('garde les lignes à cheval sur deux fenêtres et un champ plus grand qu’une fenêtre', () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [`n${index}`, `"é;${index}"`, 'x'.repeat(index % 90)])
    rows[20_000] = ['géant', `"${'ligne\n'.repeat(400_000)}"`, '']
    const source = `a;b;c\n${rows.map((row) => row.join(';')).join('\n')}`
    const lues = [...readCsv(Buffer.from(source)).lignes()]
    expect(lues).toHaveLength(30_000)
    expect(lues[20_000]?.valeurs[1]).toHaveLength(2_400_000)
    expect(lues.at(-1)).toEqual({ numero: 30_001, valeurs: ['n29999', 'é;29999', 'x'.repeat(29_999 % 90)] })
  })
})
