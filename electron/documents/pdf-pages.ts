import { PDFName, type PDFRef } from '@cantoo/pdf-lib'
import { PdfFile } from './pdf-file'
import { listPages, listTopEntries } from './pdf-structure'

/** How many pages each part takes in what Chromium printed; a part begins at each first-level title. */
export function pagesByPart(bytes: Uint8Array): number[] {
  const file = new PdfFile(bytes)
  const root = file.dict(file.rootRef)
  const pages = listPages(file, root.get(PDFName.of('Pages')))
  const starts = listTopEntries(file, root.get(PDFName.of('Outlines')) as PDFRef).map(({ pageRef }) =>
    pages.findIndex(({ ref }) => ref === pageRef),
  )
  return starts.map((start, rang) => (starts[rang + 1] ?? pages.length) - start)
}
