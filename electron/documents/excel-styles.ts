import type { Alignment, Border, Borders, Fill, Font, Style } from 'exceljs'
import type { ColonneDecrite, TypeDeColonne } from './excel-description'

/** Every export looks alike because every style is here. Colours of design/interface.md. */
const ink = 'FF1C2733'
const soft = 'FF566373'
const line = 'FFE2E7ED'
const ground = 'FFF6F8FA'
const headerGround = 'FFE6EEF5'
const primary = 'FF2B5F8F'
const ochreGround = 'FFFFF1D6'

export type CellStyle = Partial<Style>

const font = (more: Partial<Font> = {}): Partial<Font> => ({ name: 'Calibri', size: 10, color: { argb: ink }, ...more })
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })
const edge = (argb: string, style: Border['style'] = 'thin'): Partial<Border> => ({ style, color: { argb } })
const under: Partial<Borders> = { bottom: edge(line) }

export const titleStyle: CellStyle = { font: font({ size: 16, bold: true }), alignment: { vertical: 'middle' } }
export const subtitleStyle: CellStyle = { font: font({ color: { argb: soft } }) }
export const headingStyle: CellStyle = {
  alignment: { vertical: 'middle' },
  font: font({ size: 12, bold: true, color: { argb: primary } }),
  border: { bottom: edge(primary) },
}
export const linkStyle: CellStyle = { font: font({ color: { argb: primary }, underline: true }) }
export const noteStyle: CellStyle = {
  font: font({ color: { argb: soft }, italic: true }),
  alignment: { vertical: 'middle' },
}
const wrapped: Partial<Alignment> = { vertical: 'middle', wrapText: true }
export const paragraphStyle: CellStyle = { font: font(), alignment: wrapped }
export const termStyle: CellStyle = { font: font({ bold: true }), alignment: wrapped }
export const figureLabelStyle: CellStyle = { ...paragraphStyle, border: under }
export const figureNoteStyle: CellStyle = {
  font: font({ color: { argb: soft } }),
  alignment: { ...wrapped, horizontal: 'left', indent: 1 },
  border: under,
}

/** A cell that a comment points at. */
export const markedStyle: CellStyle = {
  font: font(),
  fill: fill(ochreGround),
  border: { bottom: edge('FFC98A1B') },
  alignment: { vertical: 'top' },
}

const rightAligned = new Set<TypeDeColonne>(['entier', 'nombre', 'pourcentage', 'heures', 'montant'])

function alignment(type: TypeDeColonne, wrapText = false): Partial<Alignment> {
  const horizontal = rightAligned.has(type) ? 'right' : type === 'jour' || type === 'booleen' ? 'center' : 'left'
  // A text that follows a number would touch it without the indent. At the right LibreOffice heeds it in some cells only.
  return { horizontal, vertical: 'middle', ...(horizontal === 'left' && { indent: 1 }), ...(wrapText && { wrapText }) }
}

/** Codes are written the American way, as the file format wants; Excel shows « 1 234,50 € » in French. */
export function numberFormat(type: TypeDeColonne, decimales?: number): string | undefined {
  const decimals = (count: number) => (count > 0 ? `.${'0'.repeat(count)}` : '')
  if (type === 'entier') return '#,##0'
  if (type === 'nombre') return `#,##0${decimals(decimales ?? 2)}`
  if (type === 'heures') return `#,##0${decimals(decimales ?? 2)}`
  if (type === 'pourcentage') return `0${decimals(decimales ?? 1)}\\ %`
  if (type === 'montant') return `#,##0${decimals(decimales ?? 2)}\\ "€"`
  if (type === 'jour') return 'dd/mm/yyyy'
  return undefined
}

function withFormat(style: CellStyle, type: TypeDeColonne, decimales?: number): CellStyle {
  const numFmt = numberFormat(type, decimales)
  return numFmt === undefined ? style : { ...style, numFmt }
}

export function bodyStyle(type: TypeDeColonne, decimales?: number, wrapText = false): CellStyle {
  return withFormat({ font: font(), border: under, alignment: alignment(type, wrapText) }, type, decimales)
}

/** The same cell, whose number says what it counts: « 18,00 h/sem. ». */
export const withUnit = (style: CellStyle, unite: string): CellStyle => ({
  ...style,
  numFmt: `#,##0.00\\ "${unite.replaceAll('"', '')}"`,
})

export function headerStyle(type: TypeDeColonne): CellStyle {
  return {
    font: font({ bold: true }),
    fill: fill(headerGround),
    border: { bottom: edge(primary) },
    alignment: alignment(type, true),
  }
}

/** A total keeps the format of its column, except a count, which says that it is one, and a total in its own unit. */
export function totalStyle({ type, decimales, uniteTotale }: ColonneDecrite, compte = false): CellStyle {
  const style: CellStyle = {
    font: font({ bold: true }),
    fill: fill(ground),
    border: { top: edge(soft) },
    alignment: alignment(type, type === 'texte'),
  }
  if (compte) return { ...style, numFmt: '"Nb : "#,##0' }
  return uniteTotale === undefined ? withFormat(style, type, decimales) : withUnit(style, uniteTotale)
}

export function figureStyle(type: TypeDeColonne, decimales?: number): CellStyle {
  const style: CellStyle = {
    font: font({ size: 12, bold: true }),
    border: under,
    alignment: { horizontal: 'right', vertical: 'middle' },
  }
  return withFormat(style, type, decimales)
}
