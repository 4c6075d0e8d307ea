import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayToSerial, isDateFormat, serialToDay } from '../../../electron/documents/xlsx-dates'
import { readXlsx } from '../../../electron/documents/xlsx-reader'
import { classeurBrut, feuilleBrute } from '../../helpers/classeur'

const styles = [
  '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>',
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>',
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs>',
].join('')

async function cellules(donnees: string, options: { chaines?: string; date1904?: boolean } = {}) {
  const { feuilles } = await readXlsx(classeurBrut({ feuilles: [{ nom: 'A', donnees }], styles, ...options }))
  return feuilles[0]?.lignes.flatMap((ligne) => ligne.cellules) ?? []
}

describe('une cellule est lue telle qu’elle se voit', () => {
  const cas: readonly [string, string, object | undefined][] = [
    ['un nombre', '<c r="B1"><v>0.5</v></c>', { colonne: 2, ref: 'B1', type: 'nombre', valeur: 0.5 }],
    ['un pourcentage', '<c r="A1" s="2"><v>0.5</v></c>', { type: 'nombre', valeur: 0.5, format: '0%' }],
    [
      'une date par son style',
      '<c r="A1" s="1"><v>46265</v></c>',
      { type: 'date', valeur: '2026-08-31', format: 'dd/mm/yyyy' },
    ],
    ['une date et son heure', '<c r="A1" s="4"><v>46265.99</v></c>', { type: 'date', valeur: '2026-08-31' }],
    ['une durée', '<c r="A1" s="3"><v>1.5</v></c>', { type: 'nombre', valeur: 1.5, format: '[h]:mm' }],
    ['un zéro au format date', '<c r="A1" s="1"><v>0</v></c>', { type: 'nombre', valeur: 0 }],
    ['une date ISO', '<c r="A1" t="d"><v>2025-09-01T00:00:00</v></c>', { type: 'date', valeur: '2025-09-01' }],
    [
      'un texte en ligne',
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> Le </t></is></c>',
      { type: 'texte', valeur: ' Le ' },
    ],
    ['un texte partagé', '<c r="A1" t="s"><v>0</v></c>', { type: 'texte', valeur: 'Réseau de Rennes' }],
    ['un texte échappé', '<c r="A1" t="s"><v>1</v></c>', { type: 'texte', valeur: 'a\rb' }],
    ['un booléen', '<c r="A1" t="b"><v>1</v></c>', { type: 'booleen', valeur: true }],
    ['une erreur', '<c r="A1" t="e"><v>#REF!</v></c>', { type: 'erreur', valeur: '#REF!' }],
    [
      'une formule et sa valeur',
      '<c r="A1" t="str"><f>A2&amp;"x"</f><v>ax</v></c>',
      { type: 'formule', valeur: 'ax', formule: 'A2&"x"' },
    ],
    ['une formule jamais calculée', '<c r="A1"><f>1+1</f></c>', { type: 'formule', valeur: null, formule: '1+1' }],
    ['une formule datée', '<c r="A1" s="1"><f>B1</f><v>46265</v></c>', { type: 'formule', valeur: '2026-08-31' }],
    [
      'une formule en erreur',
      '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      { type: 'erreur', valeur: '#DIV/0!', formule: '1/0' },
    ],
    [
      'une formule partagée',
      '<c r="A1"><f t="shared" si="0"/><v>3</v></c>',
      { type: 'formule', valeur: 3, formule: '' },
    ],
    ['une cellule vide mise en forme', '<c r="A1" s="1"/>', undefined],
    ['un texte vide', '<c r="A1" t="inlineStr"><is><t></t></is></c>', undefined],
    ['un nombre illisible', '<c r="A1"><v>12 h</v></c>', { type: 'texte', valeur: '12 h' }],
    ['une cellule sans adresse', '<c><v>1</v></c><c><v>2</v></c>', { colonne: 1, ref: 'A1', valeur: 1 }],
  ]
  const chaines =
    '<si><r><t>Réseau </t></r><r><rPr/><t>de Rennes</t></r><rPh sb="0" eb="1"><t>ruzo</t></rPh></si><si><t>a_x000D_b</t></si>'
  it.each(cas)('%s', async (_, xml, attendue) => {
    const [cellule] = await cellules(`<row r="1">${xml}</row>`, { chaines })
    if (attendue) expect(cellule).toMatchObject(attendue)
    else expect(cellule).toBeUndefined()
  })

  it('une date d’un classeur au calendrier 1904', async () => {
    const [cellule] = await cellules('<row r="1"><c r="A1" s="1"><v>44803</v></c></row>', { date1904: true })
    expect(cellule).toMatchObject({ type: 'date', valeur: '2026-08-31' })
  })

  it('un classeur dont les noms portent un préfixe', async () => {
    const contenu = feuilleBrute('<row r="3"><c r="C3" t="inlineStr"><is><t>x</t></is></c></row>').replace(
      /<(\/?)(worksheet|sheetData|row|c|is|t)\b/g,
      '<$1x:$2',
    )
    const bytes = classeurBrut({
      feuilles: [{ nom: 'A', donnees: '' }],
      parties: [{ nom: 'xl/worksheets/sheet1.xml', contenu }],
    })
    const { feuilles } = await readXlsx(bytes)
    expect(feuilles[0]?.lignes).toEqual([
      { numero: 3, cellules: [{ colonne: 3, ref: 'C3', type: 'texte', valeur: 'x' }] },
    ])
  })
})

describe('les dates ne dépendent ni du fuseau ni de l’année 1900', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45901, false, '2025-09-01'],
    [2958465, false, '9999-12-31'],
    [0, true, '1904-01-01'],
  ])('le numéro %d (1904 : %s) est le %s', (serial, date1904, jour) => {
    expect(serialToDay(serial, date1904)).toBe(jour)
  })
  it.each([0, -1, 2958466, Number.NaN, Number.POSITIVE_INFINITY])('%d n’est pas un jour', (serial) => {
    expect(serialToDay(serial, false)).toBeUndefined()
  })
  it('un jour écrit puis relu est le même jour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 367, max: 2_958_465 }), (serial) => {
        expect(dayToSerial(serialToDay(serial, false) ?? '')).toBe(serial)
      }),
    )
  })
  it.each(['2026-02-30', '2026-13-01', '31/08/2026', '', '1899-01-01'])(
    '« %s » ne s’écrit pas comme un jour',
    (texte) => {
      expect(dayToSerial(texte)).toBeUndefined()
    },
  )
  it.each([
    ['dd/mm/yyyy', true],
    ['[$-40C]d mmmm yyyy;@', true],
    ['mmmm', true],
    ['jj/mm/aaaa', true],
    ['yyyy-mm-dd hh:mm', true],
    ['h:mm AM/PM', false],
    ['mm:ss', false],
    ['[h]:mm', false],
    ['General', false],
    ['Standard', false],
    ['#,##0.00\\ "days"', false],
    ['[Red]0.00', false],
    ['0%', false],
  ])('le format %s montre un jour : %s', (format, attendu) => {
    expect(isDateFormat(format)).toBe(attendu)
  })
})

describe('un classeur démesuré ne bloque pas la lecture', () => {
  it('un million de lignes vides et des fusions géantes ne coûtent rien', async () => {
    const vides = Array.from({ length: 1_048_576 }, (_, index) => `<row r="${index + 1}"/>`).join('')
    const apres = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells><dataValidations><dataValidation sqref="A1:A1048576"><formula1>"oui,non"</formula1></dataValidation></dataValidations>`
    const { feuilles } = await readXlsx(
      classeurBrut({ feuilles: [{ nom: 'A', donnees: `${vides}<row r="7"><c r="A7"><v>1</v></c></row>`, apres }] }),
    )
    expect(feuilles[0]?.lignes).toHaveLength(1)
  })

  const ligne = (numero: number, ref = `A${numero}`) =>
    `<row r="${numero}"><c r="${ref}" t="str"><v>abcdefghij</v></c></row>`
  it.each([
    ['trop de lignes', [ligne(1), ligne(2), ligne(3)], { lignes: 2 }, /la feuille « A » a plus de 2 lignes remplies/],
    ['une valeur trop à droite', [ligne(1, 'XFD1')], {}, /au-delà de la colonne ALL \(en XFD1\)/],
    ['trop de cellules', [ligne(1), ligne(2)], { cellules: 1 }, /trop de cellules remplies/],
    ['trop de texte', [ligne(1), ligne(2)], { caracteres: 15 }, /trop de texte/],
    ['un numéro de ligne impossible', [ligne(2_000_000, 'A1')], {}, /ligne mal numérotée/],
  ])('%s', async (_, lignes, limites, phrase) => {
    const bytes = classeurBrut({ feuilles: [{ nom: 'A', donnees: lignes.join('') }] })
    await expect(readXlsx(bytes, { limites })).rejects.toThrow(phrase)
  })

  it('s’arrête au temps imparti', async () => {
    const donnees = Array.from({ length: 90_000 }, (_, index) => ligne(index + 1)).join('')
    const bytes = classeurBrut({ feuilles: [{ nom: 'A', donnees }] })
    await expect(readXlsx(bytes, { limites: { dureeMs: 1 } })).rejects.toThrow(/n’a pas pu être lu en 0 secondes/)
  })

  it('s’arrête quand on annule, avec la raison donnée', async () => {
    const signal = AbortSignal.abort(new Error('annulé'))
    await expect(readXlsx(classeurBrut({ feuilles: [{ nom: 'A', donnees: ligne(1) }] }), { signal })).rejects.toThrow(
      'annulé',
    )
  })

  it('lit ou refuse par une phrase tout fichier tronqué ou altéré', async () => {
    const bytes = classeurBrut({ feuilles: [{ nom: 'A', donnees: ligne(1).repeat(50) }], styles })
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, octet, coupe) => {
        const copie = coupe ? Uint8Array.from(bytes.subarray(0, at)) : Uint8Array.from(bytes)
        if (!coupe) copie[at] = octet
        const suite = await readXlsx(copie).then(
          () => 'lu',
          (error: unknown) => (error as Error).message,
        )
        expect(suite === 'lu' || suite.endsWith('Rien n’a été importé.')).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

describe('le classeur de suivi donné en exemple', () => {
  it('est lu en entier, feuilles cachées signalées', async () => {
    const bytes = await readFile(new URL('../../fixtures/suivi-mlds-35-2025-2026.xlsx', import.meta.url))
    const { feuilles, avertissements } = await readXlsx(bytes, { nom: 'suivi.xlsx' })
    expect(avertissements).toEqual([])
    expect(feuilles.map(({ nom, lignes }) => [nom, lignes.length, lignes.at(-1)?.numero])).toEqual([
      ['Personnels', 53, 57],
      ['Réseaux FOQUALE', 5, 5],
      ['Lettres de mission 25-26', 49, 49],
      ['FSE', 8, 9],
    ])
    expect(feuilles[0]?.lignes[2]?.cellules.map((cellule) => cellule.valeur)).toContain('Quotité')
    expect(feuilles[0]?.lignes[3]?.cellules.find((cellule) => cellule.ref === 'L5')).toMatchObject({
      type: 'date',
      valeur: '2026-08-30',
    })
  })

  it('signale les feuilles masquées', async () => {
    const feuilles = ['visible', 'hidden', 'veryHidden'].map((etat) => ({ nom: etat, etat, donnees: '' }))
    const lu = await readXlsx(classeurBrut({ feuilles }))
    expect(lu.feuilles.map(({ masquee }) => masquee)).toEqual([false, true, true])
  })
})
