import { PDFArray, type PDFDict, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import type { PartieDecrite } from './html-description'
import type { PdfFile } from './pdf-file'
import type { PdfFonts } from './pdf-font'
import type { PdfPage } from './pdf-structure'

/** Points; the side margins are those of `html-style.ts` (20 mm), and its 19 mm at the bottom hold all of this. */
const layout = { margin: 56.7, size: 8, baseline: 30, smallSize: 7.5, addressBaseline: 20, rule: 41 } as const

interface Footer {
  rank: number
  count: number
  partie: PartieDecrite
}

const name = (text: string): PDFName => PDFName.of(text)

/**
 * Writes « sujet – mention – page n/N » on each page and the address on the first of each part. Marked as a pagination artifact
 * (ISO 32000-1, § 14.8.2.2): assistive tools do not read it between two sentences. The footer comes before the page's own
 * content, which leaves its coordinates turned upside down.
 */
export function writeFooters(
  file: PdfFile,
  pages: readonly PdfPage[],
  starts: readonly number[],
  parties: readonly PartieDecrite[],
  fonts: PdfFonts,
): void {
  const streams = pages.map((page, rank) => {
    const place = starts.findLastIndex((start) => start <= rank)
    const [start = 0, end = pages.length] = [starts[place], starts[place + 1]]
    const partie = parties[place]
    return partie
      ? file.putStream(
          '',
          Buffer.from(footerOperators(page, { rank: rank - start, count: end - start, partie }, fonts), 'latin1'),
        )
      : null
  })
  const embedded = fonts.embed(file)
  for (const [rank, { ref, dict }] of pages.entries()) {
    const stream = streams[rank]
    if (!stream) continue
    addFonts(file, dict, embedded)
    prependContent(file, dict, stream)
    file.put(dict, ref)
  }
}

function footerOperators({ dict }: PdfPage, { rank, count, partie: { pied } }: Footer, fonts: PdfFonts): string {
  const box = dict.get(name('MediaBox'))
  const width = box instanceof PDFArray ? Number(box.get(2).toString()) : 595
  const room = width - 2 * layout.margin
  const suffix = ` – ${pied.mention} – page ${String(rank + 1)}/${String(count)}`
  const line = `${fonts.fit(pied.sujet, layout.size, room - fonts.width(suffix, layout.size))}${suffix}`
  const lines = [fonts.show(line, layout.size, width - layout.margin - fonts.width(line, layout.size), layout.baseline)]
  if (rank === 0 && pied.premierePage !== '') {
    const beside = fonts.width(pied.premierePage, layout.smallSize) + fonts.width(line, layout.size) + 12 < room
    const address = fonts.fit(pied.premierePage, layout.smallSize, room)
    lines.push(fonts.show(address, layout.smallSize, layout.margin, beside ? layout.baseline : layout.addressBaseline))
  }
  const rule = `0.75 G 0.5 w ${String(layout.margin)} ${String(layout.rule)} m ${(width - layout.margin).toFixed(2)} ${String(layout.rule)} l S`
  return `/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq 0.35 g ${rule}\n${lines.join('\n')}\nQ\nEMC\n`
}

function addFonts(file: PdfFile, page: PDFDict, embedded: ReadonlyMap<string, PDFRef>): void {
  const resources = file.dict(page.get(name('Resources')) ?? file.empty())
  const fonts = file.dict(resources.get(name('Font')) ?? file.empty())
  for (const [fontName, ref] of embedded) fonts.set(name(fontName), ref)
  resources.set(name('Font'), fonts)
  page.set(name('Resources'), resources)
}

function prependContent(file: PdfFile, page: PDFDict, stream: PDFRef): void {
  const content = page.get(name('Contents'))
  const all = PDFArray.withContext(file.context)
  all.push(stream)
  if (content instanceof PDFArray)
    content.asArray().forEach((part) => {
      all.push(part)
    })
  else if (content !== undefined) all.push(content)
  page.set(name('Contents'), all)
}
