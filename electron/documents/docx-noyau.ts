import type { ProprietesDocument } from './html-description'
import { escapeXml } from './docx-text'

/** `docProps/core.xml`: title, author, subject, language, dates. */
export function noyau(titre: string, { auteur, sujet, creeLe }: ProprietesDocument): string {
  const instant = creeLe.replace(/\.\d+Z$/, 'Z')
  return [
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(titre)}</dc:title><dc:subject>${escapeXml(sujet)}</dc:subject><dc:creator>${escapeXml(auteur)}</dc:creator>`,
    `<cp:lastModifiedBy>${escapeXml(auteur)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified><dc:language>fr-FR</dc:language></cp:coreProperties>`,
  ].join('')
}
