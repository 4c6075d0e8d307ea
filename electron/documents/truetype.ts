import { inflateSync } from 'node:zlib'

/** A TrueType font opened from its WOFF file: what writing a line of text into a PDF needs. */
export interface TrueType {
  /** The font as a plain TrueType file, to be embedded. */
  sfnt: Uint8Array
  unitsPerEm: number
  ascent: number
  descent: number
  capHeight: number
  bbox: [number, number, number, number]
  /** Glyph of a character, undefined when the font lacks it. */
  glyph: (codePoint: number) => number | undefined
  /** Advance width of a glyph, in thousandths of the font size. */
  width: (glyph: number) => number
}

interface Table {
  tag: string
  bytes: Buffer
  checksum: number
}

/** Opens a WOFF 1 file (tables compressed one by one with zlib). Throws when it is not one: our own file is wrong. */
export function openWoff(woff: Uint8Array): TrueType {
  const tables = woffTables(Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength))
  const table = (tag: string): Buffer => {
    const found = tables.find((candidate) => candidate.tag === tag)
    if (!found) throw new Error(`font without ${tag} table`)
    return found.bytes
  }
  const [head, hhea, hmtx, os2] = [table('head'), table('hhea'), table('hmtx'), table('OS/2')]
  const unitsPerEm = head.readUInt16BE(18)
  const scale = 1000 / unitsPerEm
  const metrics = hhea.readUInt16BE(34)
  const characters = characterMap(table('cmap'))
  return {
    sfnt: toSfnt(tables),
    unitsPerEm,
    ascent: Math.round(hhea.readInt16BE(4) * scale),
    descent: Math.round(hhea.readInt16BE(6) * scale),
    capHeight: Math.round((os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : hhea.readInt16BE(4)) * scale),
    bbox: [36, 38, 40, 42].map((at) => Math.round(head.readInt16BE(at) * scale)) as [number, number, number, number],
    glyph: (codePoint) => characters.get(codePoint),
    width: (glyph) => hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4) * scale,
  }
}

function woffTables(woff: Buffer): Table[] {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file')
  return Array.from({ length: woff.readUInt16BE(12) }, (_, rank) => {
    const entry = 44 + rank * 20
    const [offset, compressed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ]
    const raw = woff.subarray(offset, offset + compressed)
    return {
      tag: woff.toString('latin1', entry, entry + 4),
      bytes: compressed < length ? inflateSync(raw) : raw,
      checksum: woff.readUInt32BE(entry + 16),
    }
  })
}

/** The tables put back behind a TrueType header, each on a multiple of four bytes. */
function toSfnt(tables: readonly Table[]): Uint8Array {
  const power = Math.floor(Math.log2(tables.length))
  const header = Buffer.alloc(12 + tables.length * 16)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(tables.length, 4)
  header.writeUInt16BE(2 ** power * 16, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(tables.length * 16 - 2 ** power * 16, 10)
  const parts: Buffer[] = [header]
  let offset = header.length
  tables.forEach(({ tag, bytes, checksum }, rank) => {
    const entry = 12 + rank * 16
    header.write(tag, entry, 'latin1')
    header.writeUInt32BE(checksum, entry + 4)
    header.writeUInt32BE(offset, entry + 8)
    header.writeUInt32BE(bytes.length, entry + 12)
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4)
    parts.push(bytes, padding)
    offset += bytes.length + padding.length
  })
  return Buffer.concat(parts)
}

/** Character → glyph, from the Unicode subtable of format 4 that every web font has. */
function characterMap(cmap: Buffer): Map<number, number> {
  const map = new Map<number, number>()
  for (let rank = 0; rank < cmap.readUInt16BE(2); rank++) {
    const start = cmap.readUInt32BE(4 + rank * 8 + 4)
    if (cmap.readUInt16BE(start) === 4) readFormat4(cmap.subarray(start), map)
  }
  return map
}

function readFormat4(subtable: Buffer, map: Map<number, number>): void {
  const doubled = subtable.readUInt16BE(6)
  const [ends, starts, deltas, offsets] = [14, 16 + doubled, 16 + doubled * 2, 16 + doubled * 3] as const
  for (let at = 0; at < doubled; at += 2) {
    const [first, last] = [subtable.readUInt16BE(starts + at), subtable.readUInt16BE(ends + at)]
    const [delta, offset] = [subtable.readUInt16BE(deltas + at), subtable.readUInt16BE(offsets + at)]
    for (let code = first; code <= last && code < 0xffff; code++) {
      const direct = offset === 0 ? code : subtable.readUInt16BE(offsets + at + offset + (code - first) * 2)
      const glyph = direct === 0 && offset !== 0 ? 0 : (direct + delta) & 0xffff
      if (glyph !== 0) map.set(code, glyph)
    }
  }
}
