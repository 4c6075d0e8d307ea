import { Buffer } from 'node:buffer'
import { SaxesParser } from 'saxes'
import { openArchive } from '../../electron/documents/zip-guard'

/** The parts of a .docx, read back: each XML part is well formed. */
export async function lireDocx(octets: Uint8Array): Promise<Map<string, string>> {
  const archive = await openArchive(octets)
  const parties = new Map<string, string>()
  for (const nom of archive.noms) {
    const morceaux: Buffer[] = []
    for await (const morceau of archive.read(nom)) morceaux.push(morceau)
    const texte = Buffer.concat(morceaux).toString('utf8')
    if (/\.(xml|rels)$/u.test(nom)) new SaxesParser({ xmlns: true }).write(texte).close()
    parties.set(nom, texte)
  }
  return parties
}

/** What a reader sees of a part, a line a paragraph; a tabulation and a break are a space. */
export const texteDe = (xml: string): string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>|<w:p\/>/gsu)].map(([paragraphe]) =>
    [...paragraphe.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab|noBreakHyphen)\/>/gu)]
      .map(([, texte, signe]) => texte ?? (signe === 'noBreakHyphen' ? '-' : ' '))
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )
