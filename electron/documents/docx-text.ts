const entites: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 cannot carry, lone surrogates included. */
const interdits =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Any text as XML content or attribute value: nothing in it is markup. */
export const escapeXml = (texte: string): string =>
  texte.replace(interdits, '').replace(/[&<>"]/g, (signe) => entites[signe] ?? signe)

/** « [à compléter : quotité] »: what a letter still lacks, to be seen before anything else. */
const aCompleter = /(\[à compléter[^\]]*\])/u

/** What is passed to `w:rPr`, in the order of its schema. */
export interface ProprietesRun {
  gras?: boolean
  style?: string
}

/** Text → runs: line breaks are kept, and what is left to complete is highlighted. */
export function runs(texte: string, { gras = false, style }: ProprietesRun = {}): string {
  const debut = `${style === undefined ? '' : `<w:rStyle w:val="${style}"/>`}${gras ? '<w:b/>' : ''}`
  return texte
    .split(aCompleter)
    .filter((morceau) => morceau !== '')
    .map((morceau) => {
      const proprietes = `${debut}${aCompleter.test(morceau) ? '<w:highlight w:val="yellow"/>' : ''}`
      return `<w:r>${proprietes === '' ? '' : `<w:rPr>${proprietes}</w:rPr>`}${textes(morceau)}</w:r>`
    })
    .join('')
}

/** What a run holds otherwise than as text; a school year is not cut at its hyphen. */
const autrement: Readonly<Record<string, string>> = {
  '\t': '<w:tab/>',
  '\n': '<w:br/>',
  '\r\n': '<w:br/>',
  '-': '<w:noBreakHyphen/>',
}

/** `w:t` elements with what a run holds between them: line breaks, tabulations, the hyphen of « 2026-2027 ». */
export const textes = (texte: string): string =>
  texte
    .split(/(\r?\n|\t|(?<=\b\d{4})-(?=\d{4}\b))/u)
    .map((morceau, rang) => {
      if (rang % 2 === 1) return autrement[morceau] ?? ''
      return morceau === '' ? '' : `<w:t xml:space="preserve">${escapeXml(morceau)}</w:t>`
    })
    .join('')

/** A field that Word computes when it lays the page out: `PAGE`, `NUMPAGES`, `SECTIONPAGES`. */
export const champCalcule = (instruction: string): string =>
  `<w:fldSimple w:instr=" ${instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`

/** What is passed to `w:pPr`. */
export interface ProprietesParagraphe {
  style?: string
  /** Stays on the page of what follows. */
  avecLaSuite?: boolean
  aDroite?: boolean
}

/** A paragraph of runs already written. */
export function p(contenu: string, { style, avecLaSuite = false, aDroite = false }: ProprietesParagraphe = {}): string {
  const proprietes = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    avecLaSuite ? '<w:keepNext/>' : '',
    aDroite ? '<w:jc w:val="right"/>' : '',
  ].join('')
  return `<w:p>${proprietes === '' ? '' : `<w:pPr>${proprietes}</w:pPr>`}${contenu}</w:p>`
}
