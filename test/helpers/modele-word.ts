import { zip, type PartieZip } from './zip'

const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const principal = `${types}.document.main+xml`

export interface DocumentBrut {
  /** Inside `w:body`. */
  corps?: string
  entete?: string
  pied?: string
  /** Instead of the document's own content type. */
  type?: string
  /** `Relationship` elements of the body. */
  liens?: string
  parties?: readonly PartieZip[]
}

const racine = (nom: string, contenu: string): string =>
  `<?xml version="1.0"?><w:${nom} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${contenu}</w:${nom}>`

/** A .docx written by hand, so that a test can say exactly what is in it. */
export const documentBrut = ({
  corps = '',
  entete,
  pied,
  type = principal,
  liens = '',
  parties = [],
}: DocumentBrut): Buffer =>
  zip([
    {
      nom: '[Content_Types].xml',
      contenu: `<Types><Override PartName="/word/document.xml" ContentType="${type}"/><Override PartName="/word/header1.xml" ContentType="${types}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${types}.footer+xml"/></Types>`,
    },
    { nom: 'word/document.xml', contenu: racine('document', `<w:body>${corps}<w:sectPr/></w:body>`) },
    { nom: 'word/_rels/document.xml.rels', contenu: `<Relationships>${liens}</Relationships>` },
    { nom: 'docProps/core.xml', contenu: '<x/>' },
    ...(entete === undefined ? [] : [{ nom: 'word/header1.xml', contenu: racine('hdr', entete) }]),
    ...(pied === undefined ? [] : [{ nom: 'word/footer1.xml', contenu: racine('ftr', pied) }]),
    ...parties,
  ])

/** A paragraph whose text Word cut into these runs. */
export const paragrapheBrut = (...runs: string[]): string =>
  `<w:p>${runs.map((texte) => `<w:r><w:t xml:space="preserve">${texte}</w:t></w:r>`).join('')}</w:p>`

export const rangeeBrute = (...cellules: string[]): string =>
  `<w:tr>${cellules.map((texte) => `<w:tc><w:tcPr/>${paragrapheBrut(texte)}</w:tc>`).join('')}</w:tr>`
export const tableBrute = (...rangees: string[]): string => `<w:tbl><w:tblPr/>${rangees.join('')}</w:tbl>`
