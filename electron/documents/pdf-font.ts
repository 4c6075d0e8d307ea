import { deflateSync } from 'node:zlib'
import type { PDFRef } from '@cantoo/pdf-lib'
import type { PdfFile } from './pdf-file'
import { openWoff, type TrueType } from './truetype'

interface FontInUse {
  font: TrueType
  /** Name of the font in the pages' resources. */
  name: string
  /** Glyph → character, for what was really written. */
  used: Map<number, number>
}

/** Opened and compressed fonts by their file: a batch of documents does it once. */
const opened = new WeakMap<Uint8Array, TrueType>()
const compressed = new WeakMap<TrueType, Uint8Array>()

function once<Key extends object, Value>(map: WeakMap<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const value = map.get(key) ?? make(key)
  map.set(key, value)
  return value
}

/** Consecutive glyphs of one font. */
interface Run {
  rank: number
  glyphs: number[]
}

/**
 * Writes lines of text with our own fonts, embedded once a file: the first one that has the character is taken, so an
 * « Ł » costs the second font only where somebody bears that name. A character that none has is left out.
 */
export class PdfFonts {
  readonly #fonts: FontInUse[]

  constructor(woffs: readonly Uint8Array[]) {
    this.#fonts = woffs.map((woff, rank) => ({
      font: once(opened, woff, openWoff),
      name: `RegF${String(rank)}`,
      used: new Map(),
    }))
  }

  /** Width of a text in points. */
  width(text: string, size: number): number {
    const thousandths = this.#runs(text).flatMap(({ rank, glyphs }) =>
      glyphs.map((glyph) => this.#fonts[rank]?.font.width(glyph) ?? 0),
    )
    return (thousandths.reduce((total, width) => total + width, 0) * size) / 1000
  }

  /** The text cut with « … » so that it is at most `maximum` points wide. */
  fit(text: string, size: number, maximum: number): string {
    if (this.width(text, size) <= maximum) return text
    const letters = [...text]
    while (letters.length > 1 && this.width(`${letters.join('').trimEnd()}…`, size) > maximum) letters.pop()
    return `${letters.join('').trimEnd()}…`
  }

  /** Operators that write the text at a point of the page (from the bottom left, in points). */
  show(text: string, size: number, x: number, y: number): string {
    const pieces = this.#runs(text, true).map(({ rank, glyphs }) => {
      const hex = glyphs.map((glyph) => glyph.toString(16).padStart(4, '0')).join('')
      return `/${this.#fonts[rank]?.name ?? ''} ${String(size)} Tf <${hex}> Tj`
    })
    return `BT 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm ${pieces.join(' ')} ET`
  }

  /** Writes the fonts that were used; name → reference, for the pages' resources. */
  embed(file: PdfFile): Map<string, PDFRef> {
    return new Map(this.#fonts.filter(({ used }) => used.size > 0).map((inUse) => [inUse.name, embedFont(file, inUse)]))
  }

  #runs(text: string, remember = false): Run[] {
    const runs: Run[] = []
    for (const letter of text.normalize('NFC')) {
      const codePoint = letter.codePointAt(0) ?? 0
      const rank = this.#fonts.findIndex(({ font }) => font.glyph(codePoint) !== undefined)
      const found = this.#fonts[rank]
      const glyph = found?.font.glyph(codePoint)
      if (found === undefined || glyph === undefined) continue
      if (remember) found.used.set(glyph, codePoint)
      const last = runs.at(-1)
      if (last?.rank === rank) last.glyphs.push(glyph)
      else runs.push({ rank, glyphs: [glyph] })
    }
    return runs
  }
}

/** A Type 0 font whose codes are the glyphs themselves, with the table that gives the text back (ISO 32000-1, § 9.7, § 9.10). */
function embedFont(file: PdfFile, { font, name, used }: FontInUse): PDFRef {
  const baseFont = `/${name}+SourceSans3`
  const program = file.putStream(
    `/Filter /FlateDecode /Length1 ${String(font.sfnt.length)}`,
    once(compressed, font, ({ sfnt }) => deflateSync(sfnt)),
  )
  const descriptor = file.put(
    `<</Type /FontDescriptor /FontName ${baseFont} /Flags 32 /FontBBox [${font.bbox.join(' ')}] /ItalicAngle 0 ` +
      `/Ascent ${String(font.ascent)} /Descent ${String(font.descent)} /CapHeight ${String(font.capHeight)} /StemV 80 /FontFile2 ${program.toString()}>>`,
  )
  const widths = [...used.keys()].map((glyph) => `${String(glyph)} [${font.width(glyph).toFixed(0)}]`).join(' ')
  const descendant = file.put(
    `<</Type /Font /Subtype /CIDFontType2 /BaseFont ${baseFont} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> ` +
      `/FontDescriptor ${descriptor.toString()} /CIDToGIDMap /Identity /DW 500 /W [${widths}]>>`,
  )
  const toUnicode = file.putStream('', Buffer.from(unicodeMap(used), 'latin1'))
  return file.put(
    `<</Type /Font /Subtype /Type0 /BaseFont ${baseFont} /Encoding /Identity-H /DescendantFonts [${descendant.toString()}] /ToUnicode ${toUnicode.toString()}>>`,
  )
}

const utf16 = (codePoint: number): string =>
  Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex')

function unicodeMap(used: ReadonlyMap<number, number>): string {
  const lines = [...used].map(([glyph, codePoint]) => `<${glyph.toString(16).padStart(4, '0')}> <${utf16(codePoint)}>`)
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100)
    blocks.push(`${String(block.length)} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}
