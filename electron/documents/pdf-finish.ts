import { PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib'
import { createHash } from 'node:crypto'
import type { DocumentDecrit, PartieDecrite, ProprietesDocument } from './html-description'
import { PdfFile } from './pdf-file'
import { PdfFonts } from './pdf-font'
import { writeFooters } from './pdf-footers'
import { listPages, listTopEntries, type OutlineEntry } from './pdf-structure'
import { xmpPacket } from './pdf-xmp'

const name = (text: string): PDFName => PDFName.of(text)

/**
 * Completes what Chromium printed from the same description: title, author, subject, language and dates; an entry of the
 * outline per part; on every page « mention – page n/N », counted part by part. Done here rather than in the page
 * because Chromium 130 has no margin boxes and its footer template counts the pages of the whole file, which is wrong as
 * soon as a file holds two letters. Throws when the file is not what was described (a part without its title).
 * `fonts`: WOFF files (`html-fonts.ts`).
 */
export function finishPdf(
  bytes: Uint8Array,
  document: DocumentDecrit,
  proprietes: ProprietesDocument,
  fonts: readonly Uint8Array[],
): Uint8Array {
  const file = new PdfFile(bytes)
  const root = file.dict(file.rootRef)
  const pages = listPages(file, root.get(name('Pages')))
  const outlineRef = root.get(name('Outlines')) as PDFRef
  const entries = listTopEntries(file, outlineRef)
  const starts = entries.map(({ pageRef }) => pages.findIndex(({ ref }) => ref === pageRef))
  if (entries.length !== document.parties.length || starts[0] !== 0) {
    throw new Error(`printed PDF with ${String(entries.length)} titles for ${String(document.parties.length)} parts`)
  }
  nameEntries(file, outlineRef, entries, document.parties)
  writeFooters(file, pages, starts, document.parties, new PdfFonts(fonts))
  root.set(name('Lang'), PDFHexString.fromText('fr-FR'))
  root.set(name('Metadata'), file.putStream('/Type /Metadata /Subtype /XML', xmpPacket(document.titre, proprietes)))
  file.put(root, file.rootRef)
  const identifiant = createHash('sha256')
    .update(document.titre)
    .update(proprietes.creeLe)
    .update(String(bytes.length))
    .digest('hex')
    .slice(0, 32)
  return file.save(information(file, document.titre, proprietes), identifiant)
}

/** The parts' own names; in a file of several, each is closed on its sections, so that the panel shows the list of names. */
function nameEntries(
  file: PdfFile,
  outlineRef: PDFRef,
  entries: readonly OutlineEntry[],
  parties: readonly PartieDecrite[],
): void {
  for (const [rank, { dict, ref }] of entries.entries()) {
    dict.set(name('Title'), PDFHexString.fromText(parties[rank]?.titre ?? ''))
    // Chromium 130 names a first-level entry as its own parent.
    dict.set(name('Parent'), outlineRef)
    const count = dict.get(name('Count'))
    if (entries.length > 1 && count instanceof PDFNumber)
      dict.set(name('Count'), PDFNumber.of(-Math.abs(count.asNumber())))
    file.put(dict, ref)
  }
  if (entries.length === 1) return
  const outline = file.dict(outlineRef)
  outline.set(name('Count'), PDFNumber.of(entries.length))
  file.put(outline, outlineRef)
}

/** `2026-11-22T10:00:00.000Z` → « D:20261122100000Z ». */
const pdfDate = (instant: string): string => `D:${instant.replace(/\D/gu, '').slice(0, 14)}Z`

function information(file: PdfFile, titre: string, { auteur, sujet, creeLe }: ProprietesDocument): PDFRef {
  const info = file.empty()
  info.set(name('Title'), PDFHexString.fromText(titre))
  info.set(name('Author'), PDFHexString.fromText(auteur))
  info.set(name('Subject'), PDFHexString.fromText(sujet))
  info.set(name('Creator'), PDFHexString.fromText('Registre MLDS'))
  info.set(name('Producer'), PDFHexString.fromText('Chromium (Skia/PDF)'))
  for (const key of ['CreationDate', 'ModDate']) info.set(name(key), PDFHexString.fromText(pdfDate(creeLe)))
  return file.put(info)
}
