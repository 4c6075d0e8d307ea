import { PDFArray, PDFName, PDFRef, type PDFDict, type PDFObject } from '@cantoo/pdf-lib'
import type { PdfFile } from './pdf-file'

export interface PdfPage {
  ref: PDFRef
  dict: PDFDict
}

/** An entry of the outline and the page that it leads to. */
export interface OutlineEntry {
  ref: PDFRef
  dict: PDFDict
  pageRef: PDFRef | null
}

const name = (text: string): PDFName => PDFName.of(text)

/** Every page, in order, from the root of the tree of pages. */
export function listPages(file: PdfFile, node: PDFObject | undefined): PdfPage[] {
  if (!(node instanceof PDFRef)) throw new Error('printed PDF without pages')
  const dict = file.dict(node)
  const kids = dict.get(name('Kids'))
  if (!(kids instanceof PDFArray)) return [{ ref: node, dict }]
  return kids.asArray().flatMap((kid) => listPages(file, kid))
}

/** First level of the outline. */
export function listTopEntries(file: PdfFile, outlineRef: PDFRef): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  let next = file.dict(outlineRef).get(name('First'))
  while (next instanceof PDFRef) {
    const dict = file.dict(next)
    const destination = dict.get(name('Dest'))
    const page = destination instanceof PDFArray ? destination.get(0) : undefined
    entries.push({ ref: next, dict, pageRef: page instanceof PDFRef ? page : null })
    next = dict.get(name('Next'))
  }
  return entries
}
