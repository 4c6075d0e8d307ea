import { describe, expect, it } from 'vitest'
import { parseHtmlTable, prefersHtml } from '../../renderer/ui/table/clipboard-html'
import { parseTsv, toHtml, toTsv } from '../../renderer/ui/table/clipboard-text'

describe('Ce qu’Excel met dans le presse-papiers', () => {
  it.each<[string, string, string[][]]>([
    [
      'deux lignes, deux colonnes',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['une cellule seule', 'a', [['a']]],
    ['une dernière cellule vide', 'a\t', [['a', '']]],
    ['une ligne vide au milieu', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['un retour à la ligne entre guillemets', '"a\r\nb"\tc\r\n', [['a\nb', 'c']]],
    ['un guillemet doublé', '"a ""b"""\tc', [['a "b"', 'c']]],
    ['un guillemet qui ne ferme rien', '"a\tb', [['"a', 'b']]],
    ['un guillemet au milieu du texte', 'il dit "non"\tb', [['il dit "non"', 'b']]],
    [
      'un numéro copié d’ici, rendu inerte par son apostrophe',
      "'+33 6 12\t'=1+1\tl'été",
      [['+33 6 12', '=1+1', "l'été"]],
    ],
    ['rien', '', []],
  ])('%s', (_, text, cells) => {
    expect(parseTsv(text)).toEqual(cells)
  })

  it('10 000 lignes de 60 colonnes se lisent en moins d’une seconde et demie', () => {
    const text = Array.from({ length: 10_000 }, (_, line) =>
      Array.from({ length: 60 }, (_column, index) => `v${line}-${index}`).join('\t'),
    ).join('\r\n')
    const before = performance.now()
    const cells = parseTsv(text)
    expect([cells.length, cells[9_999]?.length]).toEqual([10_000, 60])
    expect(performance.now() - before).toBeLessThan(1500)
  })
})

describe('Un tableau copié de Word', () => {
  it('garde les paragraphes d’une cellule, décode les entités et les espaces du source', () => {
    const html = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>td { color: red }</style></head>
      <body><!--StartFragment--><table><tr><td width=100><p class=MsoNormal>LE&nbsp;GOFF
      Ma&#235;l<o:p></o:p></p></td><td><p>31/08/2026</p><p>reconduit</p></td></tr>
      <tr><td colspan=2>fin &amp; suite</td></tr></table><!--EndFragment--></body></html>`
    expect(parseHtmlTable(html)).toEqual([
      ['LE\u00A0GOFF Maël', '31/08/2026\nreconduit'],
      ['fin & suite', ''],
    ])
    expect(prefersHtml(html, 'LE GOFF Maël\t31/08/2026')).toBe(true)
  })
  it('place ce qu’une cellule fusionnée recouvre', () => {
    const html = '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>'
    expect(parseHtmlTable(html)).toEqual([
      ['a', 'b'],
      ['', 'c'],
    ])
  })
  it('ne lit que le premier tableau, et pas ceux qu’il contient', () => {
    const html =
      '<table><tr><td>a<table><tr><td>x</td></tr></table></td></tr></table><table><tr><td>z</td></tr></table>'
    expect(parseHtmlTable(html)?.length).toBe(1)
  })
  it('une page sans tableau n’en est pas un', () => {
    expect(parseHtmlTable('<p>bonjour</p>')).toBeUndefined()
    expect(prefersHtml('<p>bonjour</p>', 'bonjour')).toBe(false)
  })
  it('le texte d’Excel est préféré à sa page', () => {
    expect(prefersHtml('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>', 'a\tb')).toBe(false)
  })
})

describe('Ce que la grille copie', () => {
  const cells = [
    [
      { type: 'montant', value: 123_456 },
      { type: 'pourcentage', value: 58.5 },
      { type: 'jour', value: '2026-08-31' },
      { type: 'texte', value: '=cmd|x' },
      { type: 'texte', value: 'a\tb "c"' },
      { type: 'heures', value: 13.5 },
      { type: 'booleen', value: true },
      { type: 'nombre', value: null },
    ] as const,
  ]
  it('s’écrit en français, et aucune formule ne part', () => {
    expect(toTsv(cells)).toBe('1234,56\t58,5%\t31/08/2026\t\'=cmd|x\t"a\tb ""c"""\t13,5\tOui\t')
  })
  it('dit à Excel le nombre exact et ce qui est un texte', () => {
    const html = toHtml(cells)
    expect(html).toContain('<td x:num="1234.56">1234,56</td>')
    expect(html).toContain('<td style="mso-number-format:\'\\@\'">=cmd|x</td>')
  })
  it('revient pareil quand on la recolle', () => {
    expect(parseTsv(toTsv(cells))[0]?.[4]).toBe('a\tb "c"')
    expect(parseHtmlTable(toHtml(cells))?.[0]?.slice(0, 3)).toEqual(['1234,56', '58,5%', '31/08/2026'])
  })
})
