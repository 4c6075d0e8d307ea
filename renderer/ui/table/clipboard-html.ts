/**
 * Cells of the first table of a copied page: from Word, LibreOffice or a browser. A reader of its own rather than the
 * page's parser: nothing of a foreign page is ever built, and 600 000 cells are read in one pass.
 */

interface Cell {
  text: string
  across: number
  down: number
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/giu, (whole, decimal?: string, hexa?: string, name = '') => {
    if (decimal === undefined && hexa === undefined) return entities[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hexa ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })

const span = (attributes: string, name: string): number => {
  const found = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,4})`, 'iu').exec(attributes)
  return Math.max(1, Math.min(1000, Number(found?.[1] ?? 1)))
}

/** Spaces of the source are one space; the lines that Word draws (paragraphs, breaks) are kept. */
const settled = (text: string): string =>
  decoded(text)
    .split('\u0000')
    .map((line) => line.replace(/[^\S\u00A0]+/gu, ' ').trim())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .replace(/\n{2,}/g, '\n')

/** Puts each cell at its column, those that span several rows keeping theirs; what a span covers is empty. */
function laidOut(rows: readonly (readonly Cell[])[]): string[][] {
  const busy = new Map<number, number>()
  return rows.map((cells) => {
    const line: string[] = []
    const skip = (): void => {
      for (let left = busy.get(line.length) ?? 0; left > 0; left = busy.get(line.length) ?? 0) {
        busy.set(line.length, left - 1)
        line.push('')
      }
    }
    for (const { text, across, down } of cells) {
      skip()
      for (let place = 0; place < across; place += 1) {
        if (down > 1) busy.set(line.length, down - 1)
        line.push(place === 0 ? text : '')
      }
    }
    skip()
    return line
  })
}

/** Rows of the first table, or undefined when there is none. */
export function parseHtmlTable(html: string): string[][] | undefined {
  const clean = html.replace(/<!--[\s\S]*?-->/gu, '').replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/giu, '')
  const start = clean.search(/<table\b/iu)
  if (start < 0) return undefined
  const rows: Cell[][] = []
  let depth = 0
  let cell: Cell | undefined
  for (const [, slash = '', rawName = '', attributes = '', text = ''] of clean
    .slice(start)
    .matchAll(/<(\/?)([a-z][\w:-]*)([^>]*)>([^<]*)/giu)) {
    const name = rawName.toLowerCase()
    if (name === 'table') {
      depth += slash === '' ? 1 : -1
      if (depth === 0) break
    }
    if (depth === 1 && name === 'tr' && slash === '') rows.push([])
    if (depth === 1 && (name === 'td' || name === 'th' || name === 'tr')) {
      cell = undefined
      if (slash === '' && name !== 'tr') {
        cell = { text: '', across: span(attributes, 'colspan'), down: span(attributes, 'rowspan') }
        if (rows.length === 0) rows.push([])
        rows.at(-1)?.push(cell)
      }
    }
    if (!cell) continue
    if (name === 'br' || (slash === '/' && (name === 'p' || name === 'div' || name === 'li'))) cell.text += '\u0000'
    cell.text += text
  }
  for (const row of rows) for (const one of row) one.text = settled(one.text)
  return laidOut(rows.filter((row) => row.length > 0))
}

/** Excel and Calc write a better text than HTML (their cells are already split); Word only writes a good HTML. */
export const prefersHtml = (html: string, text: string): boolean =>
  /<table\b/iu.test(html) && (/Word\.Document|office:word/iu.test(html) || !text.includes('\t'))
