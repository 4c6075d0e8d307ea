import { Buffer } from 'node:buffer'
import { PassThrough } from 'node:stream'
import type { PageSetup, Worksheet, WorksheetView } from 'exceljs'
import type { ClasseurDecrit } from './excel-description'
import { headerText } from './excel-text'
import { setZipDates } from './zip-dates'

/** Sheet set-up that differs from one kind of page to the other; the rest is the same everywhere. */
export interface MiseEnPage {
  orientation: PageSetup['orientation']
  printTitlesRow?: string
  view: Partial<WorksheetView>
  /** Rows are gathered under titles, which fold them. */
  groupee?: boolean
}

/** What the writers of sheets share. */
export interface Chantier {
  addSheet(nom: string, page: MiseEnPage): Worksheet
  /** Final name of a sheet, by the name its description gives it. */
  nomDe(feuille: string): string
  /** Lets the event loop turn after some rows: compression goes on, and a cancel stops here. */
  pause(lignes: number): Promise<void>
}

/** The one place that opens ExcelJS: read when first needed (0.2 s), always with the same properties and page set-up. */
export async function writeWorkbook(
  { titre, auteur, creeLe, editeLe }: Pick<ClasseurDecrit, 'titre' | 'auteur' | 'creeLe' | 'editeLe'>,
  fill: (addSheet: Chantier['addSheet']) => Promise<void> | void,
): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const output = new PassThrough()
  const chunks: Buffer[] = []
  output.on('data', (chunk: Buffer) => chunks.push(chunk))
  const instant = new Date(creeLe)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 6 } },
  })
  Object.assign(workbook, {
    title: titre,
    creator: auteur,
    lastModifiedBy: auteur,
    created: instant,
    modified: instant,
  })
  const day = editeLe === undefined ? '&D' : editeLe.split('-').reverse().join('/')
  await fill((nom, { orientation, printTitlesRow, view, groupee = false }) =>
    workbook.addWorksheet(nom, {
      views: [view],
      ...(groupee && {
        properties: { outlineLevelRow: 1, outlineProperties: { summaryBelow: false, summaryRight: false } },
      }),
      pageSetup: {
        paperSize: 9,
        orientation,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
        ...(printTitlesRow !== undefined && { printTitlesRow }),
      },
      headerFooter: {
        oddHeader: `&L&9${headerText(titre)}&R&9 &A`,
        oddFooter: `&L&9${headerText('Édité le ')}${day}&R&9 Page &P / &N`,
      },
    }),
  )
  await workbook.commit()
  const bytes = Buffer.concat(chunks)
  setZipDates(bytes, instant)
  return bytes
}
