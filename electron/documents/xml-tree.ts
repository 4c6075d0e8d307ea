import { Buffer } from 'node:buffer'
import { SaxesParser } from 'saxes'

export interface ElementXml {
  /** With its prefix, as written: `w:p`. */
  nom: string
  attributs: Readonly<Record<string, string>>
  enfants: NoeudXml[]
}
export type NoeudXml = ElementXml | string

export const estElement = (noeud: NoeudXml): noeud is ElementXml => typeof noeud !== 'string'

/** Greatest number of elements of a part: a letter has some thousands. */
const elementsAuPlus = 300_000

/**
 * One XML part as a tree. A document type is refused, so no entity can be defined; comments and processing instructions
 * are left out. Throws a plain error with an English reason: the caller says it in its own words.
 */
export function lireXml(octets: Uint8Array): ElementXml {
  const racine: ElementXml = { nom: '', attributs: {}, enfants: [] }
  const pile = [racine]
  let nombre = 0
  const parser = new SaxesParser({ position: false, xmlns: false } as const)
  const ajouter = (noeud: NoeudXml): void => {
    pile.at(-1)?.enfants.push(noeud)
  }
  parser.on('doctype', () => {
    throw new Error('document type')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name: nom, attributes: attributs }) => {
    nombre += 1
    if (nombre > elementsAuPlus) throw new Error('too many elements')
    const element: ElementXml = { nom, attributs: { ...attributs }, enfants: [] }
    ajouter(element)
    pile.push(element)
  })
  parser.on('closetag', () => {
    pile.pop()
  })
  parser.on('text', ajouter)
  parser.on('cdata', ajouter)
  parser.write(decoder(octets)).close()
  const element = racine.enfants.find(estElement)
  if (element === undefined) throw new Error('no element')
  return element
}

const decoder = (octets: Uint8Array): string =>
  Buffer.from(octets)
    .toString(octets[0] === 0xff && octets[1] === 0xfe ? 'utf16le' : 'utf8')
    .replace(/^\uFEFF/u, '')

const entites: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const attributXml = (valeur: string): string => valeur.replace(/[&<>"\t\n\r]/g, (signe) => entites[signe] ?? signe)
const texteXml = (texte: string): string => texte.replace(/[&<>\r]/g, (signe) => entites[signe] ?? signe)

/** `<w:p w:rsidR="…">`, without its end: « > » or « /> » follows. */
export const debutXml = ({ nom, attributs }: Pick<ElementXml, 'nom' | 'attributs'>): string =>
  `<${nom}${Object.entries(attributs)
    .map(([cle, valeur]) => ` ${cle}="${attributXml(valeur)}"`)
    .join('')}`

/** A tree as it is written in a part; `lireXml` gives the same tree back. */
export function ecrireXml(noeud: NoeudXml): string {
  if (!estElement(noeud)) return texteXml(noeud)
  if (noeud.enfants.length === 0) return `${debutXml(noeud)}/>`
  return `${debutXml(noeud)}>${noeud.enfants.map(ecrireXml).join('')}</${noeud.nom}>`
}

/** The text that an element holds itself, its elements' left out. */
export const texteXmlDe = ({ enfants }: ElementXml): string =>
  enfants.map((enfant) => (estElement(enfant) ? '' : enfant)).join('')

/** Every element of a tree, itself first. */
export function* parcourirXml(element: ElementXml): Generator<ElementXml, void, undefined> {
  yield element
  for (const enfant of element.enfants) if (estElement(enfant)) yield* parcourirXml(enfant)
}
