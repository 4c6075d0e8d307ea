import { formatMontantSaisi } from '../../../shared/money'
import { formatJour } from '../../../shared/dates'
import type { Value, ValueType } from '../format'

/** Beyond this the window would hold several copies of the text: refused with a sentence. */
export const clipboardLimit = 64_000_000

/** The apostrophe that says « a text » before what a spreadsheet would compute: what is copied here comes back as it was. */
const madeInert = /^'([=+@-])/

/**
 * Cells of a text copied from a spreadsheet: tabs between columns, a line per row, a cell with a line break or a quote
 * between quotes, quotes doubled. A last line break ends the last row.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const end = text.length
  while (at < end) {
    let value: string
    const quoted = text.charCodeAt(at) === 34 ? readQuoted(text, at) : undefined
    if (quoted) {
      value = quoted.value
      at = quoted.next
    } else {
      let stop = at
      while (stop < end && !isBreak(text.charCodeAt(stop))) stop += 1
      value = text.slice(at, stop)
      at = stop
    }
    row.push(value.replace(madeInert, '$1'))
    const code = text.charCodeAt(at)
    if (code === 9) {
      at += 1
      if (at === end) row.push('')
      continue
    }
    at += code === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

const isBreak = (code: number): boolean => code === 9 || code === 10 || code === 13

/** A quoted cell, or undefined when its quotes do not close right before a tab or a line break: it was plain text. */
function readQuoted(text: string, from: number): { value: string; next: number } | undefined {
  let at = from + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return undefined
    if (text.charCodeAt(close + 1) === 34) {
      at = close + 2
      continue
    }
    const next = close + 1
    if (next < text.length && !isBreak(text.charCodeAt(next))) return undefined
    const value = text
      .slice(from + 1, close)
      .replaceAll('""', '"')
      .replace(/\r\n?/g, '\n')
    return { value, next }
  }
}

/** One cell as it is copied: its type decides how a French spreadsheet must read it. */
export interface CopiedCell {
  readonly type: ValueType
  readonly value: Value
  /** What the screen shows when the column draws its own text. */
  readonly shown?: string
}

/** What a cell is in the clipboard's text: French decimals without thousands, days JJ/MM/AAAA. */
export function copiedText({ type, value, shown }: CopiedCell): string {
  if (value === null || value === undefined || value === '') return shown ?? ''
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non'
  if (typeof value === 'string') return type === 'jour' ? formatJour(value) : value
  if (type === 'etat') return shown ?? decimal(value)
  if (type === 'montant') return formatMontantSaisi(value)
  return type === 'pourcentage' ? `${decimal(value)}%` : decimal(value)
}

const decimal = (value: number): string => String(Number(value.toPrecision(12))).replace('.', ',')

/** A spreadsheet would compute a text that begins like a formula: an apostrophe makes it a text (OWASP). */
const inert = (text: string): string => (/^[=+@]|^-(?![\d,.]*$)/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The block as tab-separated text. */
export const toTsv = (rows: readonly (readonly CopiedCell[])[]): string =>
  rows
    .map((row) =>
      row.map((cell) => quoted(typeof cell.value === 'string' ? inert(copiedText(cell)) : copiedText(cell))).join('\t'),
    )
    .join('\r\n')

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br style="mso-data-placement:same-cell">')

/** Excel's own notes in a cell: the exact number, or « this is a text » (an UAI keeps its zeros, `=…` stays inert). */
function cellNotes({ type, value }: CopiedCell): string {
  if (typeof value === 'number' && type !== 'etat') {
    const exact = type === 'montant' ? value / 100 : type === 'pourcentage' ? value / 100 : value
    const format = type === 'pourcentage' ? ' style="mso-number-format:Percent"' : ''
    return ` x:num="${exact}"${format}`
  }
  if (type === 'jour') return ' style="mso-number-format:\'Short Date\'"'
  return ' style="mso-number-format:\'\\@\'"'
}

/** The block as an HTML table that Excel, LibreOffice and Word read with their types. */
export function toHtml(rows: readonly (readonly CopiedCell[])[]): string {
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td${cellNotes(cell)}>${escaped(copiedText(cell))}</td>`).join('')}</tr>`)
    .join('\n')
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>\n${body}\n</table></body></html>`
}
