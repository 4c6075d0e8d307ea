import type { TypeDeColonne, ValeurDecrite } from './excel-description'
import { cellValue } from './excel-values'

/** What the letters of Calibri take, in thousandths of the size of the text, near enough; the others are `ordinaire`. */
const largeurs: readonly (readonly [string, number])[] = [
  ["ijlI .,:;'’\u00a0\u202f", 245],
  ['()[]ft-J!°', 315],
  ['rsz/"', 385],
  ['ckvxyLFS', 445],
  ['aegTYEZ?|–+=<>', 490],
  ['ADVBR', 575],
  ['GHUNOQ&', 650],
  ['mwæÆ%…', 760],
  ['MWœŒ@→', 870],
]
const ordinaire = 525
const parLettre = new Map(largeurs.flatMap(([lettres, large]) => [...lettres].map((lettre) => [lettre, large])))
/** By code of the letter, an accented one as the bare one; every cell of a sheet is measured. */
const parCode = Uint16Array.from({ length: 0x300 }, (_, code) => {
  const lettre = String.fromCharCode(code)
  return parLettre.get(lettre) ?? parLettre.get(lettre.normalize('NFD').charAt(0)) ?? ordinaire
})

/** Bold letters, and the fonts that stand in for Calibri where it is missing, are a little wider. */
const marge = 1.04

/** A size of 10 points, in pixels, and the pixels that a column's width counts by: a digit of the workbook's font. */
const pixelsDuTexte = 10 * (96 / 72)
const pixelsParCaractere = 7

/** Room left beside the text: the cell's padding and the indent of every cell. */
const retrait = 2.8
/** Room of the button of a filter. */
const boutonDeFiltre = 2.6

/** Points of a line of text, and those around a cell's. */
const interligne = 13
const autour = 4.5
/** Excel's own limit. */
const hauteurAuPlus = 409

/** Width of a text on one line, in the characters that columns are measured in. */
function largeurDe(texte: string): number {
  let milliemes = 0
  for (let at = 0; at < texte.length; at += 1) {
    milliemes += parCode[texte.charCodeAt(at)] ?? parLettre.get(texte.charAt(at)) ?? ordinaire
  }
  return ((milliemes / 1000) * pixelsDuTexte * marge) / pixelsParCaractere
}

/** Lines that a text takes when it is wrapped, word by word, in a column of that width. */
export function lignesDe(texte: string, largeur: number): number {
  const place = Math.max(1, largeur - retrait)
  if (!texte.includes('\n')) return lignesDuParagraphe(texte, place)
  return texte.split('\n').reduce((lignes, paragraphe) => lignes + lignesDuParagraphe(paragraphe, place), 0)
}

function lignesDuParagraphe(texte: string, place: number): number {
  // Twice the room of the widest letter: nothing to measure.
  if (texte.length * 1.8 <= place || largeurDe(texte) <= place) return 1
  let lignes = 1
  let reste = place
  for (const mot of texte.split(/(?<=[ -])/)) {
    const large = largeurDe(mot)
    if (largeurDe(mot.trimEnd()) > reste && reste < place) {
      lignes += 1
      reste = place
    }
    // A word longer than the line is cut where the line ends.
    const suites = Math.max(0, Math.ceil(large / place) - 1)
    lignes += suites
    reste = Math.max(0, reste - (large - suites * place))
  }
  return lignes
}

/** Height in points of a row that shows that many lines. */
export const hauteurDe = (lignes: number): number => Math.min(hauteurAuPlus, lignes * interligne + autour)

/** What a cell shows, near enough to be measured. */
export function texteMontre(type: TypeDeColonne, valeur: ValeurDecrite, decimales = 2, unite = ''): string {
  const brute = cellValue(type, valeur)
  if (brute === null) return ''
  if (typeof brute === 'string') return brute
  if (type === 'jour') return '00/00/0000'
  const [entiere = '', apres] = (type === 'pourcentage' ? brute * 100 : brute)
    .toFixed(type === 'entier' ? 0 : decimales)
    .split('.')
  const nombre = entiere.replaceAll(/\B(?=(\d{3})+$)/g, ' ') + (apres === undefined ? '' : `,${apres}`)
  const signe = type === 'montant' ? '€' : type === 'pourcentage' ? '%' : unite
  return signe === '' ? nombre : `${nombre} ${signe}`
}

interface Bornes {
  min: number
  max: number
}

/** Width of a column from what it shows: its title may take two lines, its cells one each up to `max`. */
export function largeurDeColonne(
  titre: string,
  textes: Iterable<string>,
  { min, max, filtre = false }: Bornes & { filtre?: boolean },
): number {
  const mots = titre.split(/[ -]/).map(largeurDe)
  const entier = largeurDe(titre)
  let large = Math.max(...mots, entier / 1.8) + (filtre ? boutonDeFiltre : 0)
  for (const texte of textes) {
    if (texte.length * 0.3 <= max) large = Math.max(large, ...texte.split('\n').map(largeurDe))
    else large = max
    if (large >= max) break
  }
  // On one line, a title that fills its column would touch the next one.
  if (mots.length > 1 && entier > large - 1 && entier < large + retrait + 1.5) large = entier + 1
  return Math.min(max, Math.max(min, Math.ceil((large + retrait) * 2) / 2))
}
