import type { Buffer } from 'node:buffer'
import type { PartieZip } from './zip'
import { zip } from './zip'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface ClasseurBrut {
  /** Content of <sheetData> of the only sheet, or of each. */
  feuilles?: readonly { nom: string; donnees: string; etat?: string; apres?: string }[]
  /** Content of <sst>. */
  chaines?: string
  /** Content of <styleSheet>. */
  styles?: string
  date1904?: boolean
  /** Parts added, or put in the place of those of the same name. */
  parties?: readonly PartieZip[]
}

/** The least workbook that Excel opens, as raw XML: what no writer of ours would write can be tested. */
export function classeurBrut(brut: ClasseurBrut): Buffer {
  return zip(partiesDuClasseur(brut))
}

export function feuilleBrute(donnees: string, apres = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${donnees}</sheetData>${apres}</worksheet>`
}

export function partiesDuClasseur(brut: ClasseurBrut): PartieZip[] {
  const feuilles = brut.feuilles ?? []
  const sheets = feuilles.map(
    ({ nom, etat }, index) =>
      `<sheet name="${nom}" sheetId="${index + 1}" ${etat ? `state="${etat}"` : ''} r:id="rId${index + 1}"/>`,
  )
  const relations = feuilles.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${rels}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  if (brut.chaines)
    relations.push(`<Relationship Id="rS" Type="${rels}/sharedStrings" Target="/xl/sharedStrings.xml"/>`)
  if (brut.styles) relations.push(`<Relationship Id="rT" Type="${rels}/styles" Target="styles.xml"/>`)
  const parts: PartieZip[] = [
    {
      nom: '_rels/.rels',
      contenu: `<Relationships><Relationship Id="rId1" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      nom: 'xl/workbook.xml',
      contenu: `<workbook xmlns="${main}" xmlns:r="${rels}"><workbookPr ${brut.date1904 ? 'date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    { nom: 'xl/_rels/workbook.xml.rels', contenu: `<Relationships>${relations.join('')}</Relationships>` },
    ...feuilles.map(({ donnees, apres }, index) => ({
      nom: `xl/worksheets/sheet${index + 1}.xml`,
      contenu: feuilleBrute(donnees, apres),
    })),
  ]
  if (brut.chaines) parts.push({ nom: 'xl/sharedStrings.xml', contenu: `<sst xmlns="${main}">${brut.chaines}</sst>` })
  if (brut.styles)
    parts.push({ nom: 'xl/styles.xml', contenu: `<styleSheet xmlns="${main}">${brut.styles}</styleSheet>` })
  const given = brut.parties ?? []
  return [...parts.filter(({ nom }) => !given.some((partie) => partie.nom === nom)), ...given]
}
