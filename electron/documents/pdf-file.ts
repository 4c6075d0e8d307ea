import { PDFContext, PDFDict, PDFHexString, PDFName, PDFObjectParser, PDFRef, type PDFObject } from '@cantoo/pdf-lib'

const lastBytes = 2048

/**
 * A PDF as Chromium writes it, read and completed without being taken apart: objects are parsed one at a time where the
 * cross-reference table says, and what changes is appended (ISO 32000-1, § 7.5.6, incremental updates). Loading and
 * saving 600 tagged pages with pdf-lib costs as much as printing them (3.5 s against 3.1 s); this costs a tenth of a second.
 */
export class PdfFile {
  readonly #bytes: Uint8Array
  readonly #text: Buffer
  readonly context = PDFContext.create()
  readonly #offsets = new Map<number, number>()
  readonly #added = new Map<number, Buffer>()
  readonly #trailer: PDFDict
  readonly #previous: number
  #size: number

  /** Throws on anything but a whole file with a plain cross-reference table: that is not what our printer writes. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const [, start] =
      /startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.toString('latin1', Math.max(0, bytes.length - lastBytes))) ?? []
    if (start === undefined) throw new Error('printed PDF without startxref')
    this.#previous = Number(start)
    this.#trailer = this.#parseDict(this.#readOffsets(this.#previous))
    this.#size = Number(this.#trailer.get(PDFName.of('Size'))?.toString())
  }

  get rootRef(): PDFRef {
    return this.#trailer.get(PDFName.of('Root')) as PDFRef
  }

  /** The dictionary behind a reference; given back as it is when it is not one. */
  dict(object: PDFObject | undefined): PDFDict {
    if (object instanceof PDFDict) return object
    const offset = object instanceof PDFRef ? this.#offsets.get(object.objectNumber) : undefined
    if (offset === undefined) throw new Error(`printed PDF without object ${String(object)}`)
    return this.#parseDict(this.#text.indexOf('obj', offset) + 3)
  }

  empty(): PDFDict {
    return PDFDict.withContext(this.context)
  }

  /** Writes a new object, or a new state of one that exists. */
  put(object: PDFObject | string, ref: PDFRef = this.newRef()): PDFRef {
    this.#added.set(ref.objectNumber, Buffer.from(object.toString(), 'latin1'))
    return ref
  }

  putStream(dict: string, bytes: Uint8Array): PDFRef {
    const head = Buffer.from(`<<${dict} /Length ${String(bytes.length)}>>\nstream\n`, 'latin1')
    const ref = this.newRef()
    this.#added.set(ref.objectNumber, Buffer.concat([head, bytes, Buffer.from('\nendstream', 'latin1')]))
    return ref
  }

  newRef(): PDFRef {
    this.#size += 1
    return PDFRef.of(this.#size - 1)
  }

  /** The former bytes, then everything that was put, its table and a trailer. `identifiant`: 32 hexadecimal digits. */
  save(info: PDFRef, identifiant: string): Uint8Array {
    const parts: Buffer[] = [Buffer.from('\n')]
    const places = new Map<number, number>()
    let at = this.#bytes.length + 1
    for (const [number, content] of [...this.#added].sort(([a], [b]) => a - b)) {
      const object = Buffer.concat([Buffer.from(`${String(number)} 0 obj\n`), content, Buffer.from('\nendobj\n')])
      places.set(number, at)
      parts.push(object)
      at += object.length
    }
    const trailer = this.empty()
    trailer.set(PDFName.of('Size'), this.context.obj(this.#size))
    trailer.set(PDFName.of('Root'), this.rootRef)
    trailer.set(PDFName.of('Info'), info)
    trailer.set(PDFName.of('Prev'), this.context.obj(this.#previous))
    trailer.set(PDFName.of('ID'), this.context.obj([PDFHexString.of(identifiant), PDFHexString.of(identifiant)]))
    parts.push(
      Buffer.from(
        `${crossReferences(places)}trailer\n${trailer.toString()}\nstartxref\n${String(at)}\n%%EOF\n`,
        'latin1',
      ),
    )
    return Buffer.concat([this.#bytes, ...parts])
  }

  /** Fills the table of offsets; returns where the trailer's dictionary begins. */
  #readOffsets(start: number): number {
    const header = /^xref\s+0 (\d+)\s*\n/.exec(this.#text.toString('latin1', start, start + 64))
    if (!header) throw new Error('printed PDF without a plain cross-reference table')
    const first = start + header[0].length
    const count = Number(header[1])
    for (let number = 0; number < count; number++) {
      const entry = this.#text.toString('latin1', first + number * 20, first + number * 20 + 18)
      if (entry.endsWith('n')) this.#offsets.set(number, Number(entry.slice(0, 10)))
    }
    return this.#text.indexOf('trailer', first + count * 20) + 'trailer'.length
  }

  #parseDict(offset: number): PDFDict {
    const object = PDFObjectParser.forBytes(this.#bytes.subarray(offset), this.context).parseObject()
    if (!(object instanceof PDFDict)) throw new Error('printed PDF: a dictionary was expected')
    return object
  }
}

/** Sections of consecutive numbers, entries of twenty bytes. */
function crossReferences(places: ReadonlyMap<number, number>): string {
  const numbers = [...places.keys()].sort((a, b) => a - b)
  const starts = numbers.filter((number) => !places.has(number - 1))
  const sections = starts.map((start) => {
    const entries: string[] = []
    for (let number = start; places.has(number); number++) {
      entries.push(`${String(places.get(number) ?? 0).padStart(10, '0')} 00000 n \n`)
    }
    return `${String(start)} ${String(entries.length)}\n${entries.join('')}`
  })
  return `xref\n${sections.join('')}`
}
