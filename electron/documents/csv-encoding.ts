import { Buffer, isUtf8 } from 'node:buffer'

export type Encodage = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252'

export interface TexteDecode {
  texte: string
  encodage: Encodage
  /** Share of the text that could not be understood was replaced by '�'. */
  abime: boolean
}

/** What bytes 0x80–0x9F mean in Windows-1252; the five unused ones stay as they are. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Bytes of a text file → text, its encoding found: byte order mark, else zeros of UTF-16, else valid UTF-8,
 * else Windows-1252 (what Excel writes for « CSV » in France). The mark is removed. undefined when it is no text.
 * Decoded by hand for Windows-1252: not every build of Electron carries ICU's table of it.
 */
export function decodeText(bytes: Uint8Array): TexteDecode | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [first, second, third] = buffer
  if (first === 0xff && second === 0xfe) return utf16(buffer.subarray(2), 'UTF-16 LE')
  if (first === 0xfe && second === 0xff) return utf16(buffer.subarray(2), 'UTF-16 BE')
  if (first === 0xef && second === 0xbb && third === 0xbf) return utf8(buffer.subarray(3))
  const sample = buffer.subarray(0, 4096)
  if (sample.includes(0)) {
    const zeros = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length
    if (zeros(1) * 4 > sample.length && zeros(0) === 0) return utf16(buffer, 'UTF-16 LE')
    if (zeros(0) * 4 > sample.length && zeros(1) === 0) return utf16(buffer, 'UTF-16 BE')
    return undefined
  }
  return utf8(buffer)
}

function utf8(buffer: Buffer): TexteDecode | undefined {
  if (buffer.includes(0)) return undefined
  if (isUtf8(buffer)) return { texte: buffer.toString('utf8'), encodage: 'UTF-8', abime: false }
  const texte = buffer.toString('utf8')
  const broken = countOf(texte, /\ufffd/g)
  // A file cut in the middle of a letter, or with one bad cell, is still UTF-8: its other accents say so.
  if (broken * 10 < countOf(texte, /[\u00c0-\u017f]/g)) return { texte, encodage: 'UTF-8', abime: true }
  const latin = buffer.toString('latin1')
  if (countOf(latin.slice(0, 4096), /[\x01-\x08\x0e-\x1f]/g) > 8) return undefined
  const windows = latin.replace(/[\x80-\x9f]/g, (letter) => high[letter.charCodeAt(0) - 0x80] ?? letter)
  return { texte: windows, encodage: 'Windows-1252', abime: false }
}

function utf16(buffer: Buffer, encodage: 'UTF-16 LE' | 'UTF-16 BE'): TexteDecode {
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2))
  const little = encodage === 'UTF-16 LE' ? even : Buffer.from(even).swap16()
  return { texte: little.toString('utf16le'), encodage, abime: even.length !== buffer.length }
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
