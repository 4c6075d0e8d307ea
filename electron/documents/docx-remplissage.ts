import type { RunBalise } from './docx-balises'
import type { Piece } from './docx-gabarit'
import { textes } from './docx-text'
import { debutXml, ecrireXml, type ElementXml, estElement } from './xml-tree'

/** What a place of the model can name. */
export interface Portee {
  /** The text of a field; `aCompleter` when it is what stands for a missing value. */
  valeur(code: string): { texte: string; aCompleter: boolean }
  /** One scope a turn of a loop; for a condition, one when it holds and none when it does not. */
  section(code: string): readonly Portee[]
}

/** Pieces → the text of the part. */
export function remplirPieces(pieces: readonly Piece[], portee: Portee): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('champ' in piece) return remplirChamp(piece.champ, portee)
      if ('balise' in piece) {
        const { nom, debut, pieces: dedans } = piece.balise
        return complet(nom, debut, remplirPieces(dedans, portee))
      }
      const tours = portee.section(piece.section)
      if (piece.sauf) return tours.length === 0 ? remplirPieces(piece.pieces, portee) : ''
      return tours.map((tour) => remplirPieces(piece.pieces, tour)).join('')
    })
    .join('')
}

/** Word wants a paragraph at the end of a cell, of a header, of a box, and a row in a table. */
const finitParUnParagraphe = new Set(['w:tc', 'w:hdr', 'w:ftr', 'w:txbxContent'])

/** What makes a paragraph worth its line. */
const visible = /<w:(?:t|br|tab|drawing|pict|object|sym|fldSimple|fldChar|sectPr)[ >/]/u

/** A paragraph of which nothing is left says nothing: neither does its empty line. */
function complet(nom: string, debut: string, contenu: string): string {
  if (nom === 'w:p' && !visible.test(contenu)) return ''
  if (nom === 'w:tbl' && !/<w:tr[ >/]/u.test(contenu)) return ''
  const manque = finitParUnParagraphe.has(nom) && !/<\/w:p>$|<w:p(?: [^>]*)?\/>$/u.test(contenu)
  return `${debut}>${contenu}${manque ? '<w:p/>' : ''}</${nom}>`
}

function remplirChamp(run: RunBalise, portee: Portee): string {
  const { texte, aCompleter } = portee.valeur(run.balise.code)
  const [proprietes] = run.enfants.filter(estElement)
  const ecrites = aCompleter ? ecrireXml(surligner(proprietes)) : proprietes ? ecrireXml(proprietes) : ''
  return `${debutXml(run)}>${ecrites}${textes(texte)}</${run.nom}>`
}

/** What comes after `w:highlight` in the schema of `w:rPr`. */
const apresSurlignage = new Set(
  'u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'
    .split(' ')
    .map((nom) => `w:${nom}`),
)

function surligner(proprietes: ElementXml | undefined): ElementXml {
  const gardees = (proprietes?.enfants ?? []).filter(estElement).filter(({ nom }) => nom !== 'w:highlight')
  const place = gardees.findIndex(({ nom }) => apresSurlignage.has(nom))
  const jaune: ElementXml = { nom: 'w:highlight', attributs: { 'w:val': 'yellow' }, enfants: [] }
  return {
    nom: 'w:rPr',
    attributs: {},
    enfants: place === -1 ? [...gardees, jaune] : [...gardees.slice(0, place), jaune, ...gardees.slice(place)],
  }
}
