import type { ProprietesDocument } from './html-description'
import { escapeHtml } from './html-text'

/** The same properties as XMP, which archives and assistive tools read (ISO 16684-1). */
export function xmpPacket(titre: string, { auteur, sujet, creeLe }: ProprietesDocument): Uint8Array {
  const alternative = (tag: string, texte: string): string =>
    `<dc:${tag}><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(texte)}</rdf:li></rdf:Alt></dc:${tag}>`
  const instant = creeLe.replace(/\.\d+Z$/, 'Z')
  return Buffer.from(
    [
      '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
      '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
      `${alternative('title', titre)}${alternative('description', sujet)}`,
      `<dc:creator><rdf:Seq><rdf:li>${escapeHtml(auteur)}</rdf:li></rdf:Seq></dc:creator>`,
      '<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>',
      `<xmp:CreateDate>${instant}</xmp:CreateDate><xmp:ModifyDate>${instant}</xmp:ModifyDate><xmp:CreatorTool>Registre MLDS</xmp:CreatorTool>`,
      '</rdf:Description></rdf:RDF></x:xmpmeta>',
      '<?xpacket end="r"?>',
    ].join('\n'),
    'utf8',
  )
}
