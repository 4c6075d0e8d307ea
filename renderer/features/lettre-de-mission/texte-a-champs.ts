import { analyser, libelleChampModele, type Segment } from '../../../shared/domain/modele-lettre/redaction'

/**
 * A model's text in an element edited in place: plain text, and pieces that are not typed (fields, agreements), drawn as
 * chips. The element holds nothing else; its text is read back from it.
 */

/**
 * Places for the caret beside a chip, where there is no text: a line may be cut before a chip, never between a chip and the
 * comma that follows it.
 */
const appuiAvant = '\u200B'
const appuiApres = '\u2060'
const sansAppuis = (texte: string): string => texte.replaceAll(appuiAvant, '').replaceAll(appuiApres, '')

const lireNoeud = (noeud: Node): string => {
  if (noeud instanceof HTMLElement) {
    const { jeton } = noeud.dataset
    if (jeton !== undefined) return jeton
    return noeud.tagName === 'BR' ? '\n' : [...noeud.childNodes].map(lireNoeud).join('')
  }
  return sansAppuis(noeud.textContent ?? '')
}

/** The model's text that the element shows. */
export const lireTexte = (element: HTMLElement): string => [...element.childNodes].map(lireNoeud).join('')

export type Jeton = Exclude<Segment, { genre: 'texte' }>

function libelleDe(jeton: Jeton): string {
  return jeton.genre === 'champ' ? libelleChampModele(jeton.code) : `${jeton.masculin} / ${jeton.feminin}`
}

export const ecrireJeton = (jeton: Jeton): string =>
  jeton.genre === 'champ' ? `{${jeton.code}}` : `{${jeton.masculin}|${jeton.feminin}}`

function pastille(jeton: Jeton): HTMLElement {
  const element = document.createElement('span')
  element.contentEditable = 'false'
  element.dataset['jeton'] = ecrireJeton(jeton)
  element.dataset['genre'] = jeton.genre
  element.textContent = libelleDe(jeton)
  return element
}

/** Shows a model's text in the element, in the place of what it showed. */
export function montrerTexte(element: HTMLElement, texte: string): void {
  const noeuds = analyser(texte).flatMap((segment): Node[] =>
    segment.genre === 'texte'
      ? [document.createTextNode(segment.texte)]
      : [document.createTextNode(appuiAvant), pastille(segment), document.createTextNode(appuiApres)],
  )
  element.replaceChildren(...noeuds)
}

const pastilleAutour = (noeud: Node): HTMLElement | null =>
  (noeud instanceof HTMLElement ? noeud : noeud.parentElement)?.closest<HTMLElement>('[data-jeton]') ?? null

/** Braces typed or pasted into the text become chips; a text that has none is left as it is, its caret too. */
export function convertirAccolades(element: HTMLElement): void {
  const texte = lireTexte(element)
  const jetons = analyser(texte).filter(({ genre }) => genre !== 'texte').length
  if (jetons !== element.querySelectorAll('[data-jeton]').length) montrerTexte(element, texte)
}

/** A click on a chip puts the caret after it: nothing is ever typed in it. */
export function sortirDeLaPastille(cible: Node): void {
  const suite = pastilleAutour(cible)?.nextSibling
  if (suite) getSelection()?.collapse(suite, suite instanceof Text ? Math.min(1, suite.length) : 0)
}

/** The caret's place in the element, after the chip it would be in; the end when the caret is elsewhere. */
export function placeDuCurseur(element: HTMLElement): Range {
  const selection = getSelection()
  if (selection && selection.rangeCount > 0) {
    const place = selection.getRangeAt(0)
    const pastille = pastilleAutour(place.commonAncestorContainer)
    if (element.contains(place.commonAncestorContainer)) {
      const ici = place.cloneRange()
      if (pastille) {
        ici.setStartAfter(pastille)
        ici.collapse(true)
      }
      return ici
    }
  }
  const fin = document.createRange()
  fin.selectNodeContents(element)
  fin.collapse(false)
  return fin
}

/**
 * The spaces that a field needs between two texts: one after a word, a mark or another field, one before a word; none
 * after an apostrophe, a bracket or a hyphen, none before a mark.
 */
export function espacesAutour(avant: string, apres: string): { avant: '' | ' '; apres: '' | ' ' } {
  return {
    avant: /[\p{L}\p{N}})\].,;:!?»%°]$/u.test(avant) ? ' ' : '',
    apres: /^[\p{L}\p{N}{(«]/u.test(apres) ? ' ' : '',
  }
}

/** What `element` says before and after a place. */
function autourDe(element: HTMLElement, ou: Range): { avant: string; apres: string } {
  const lire = (poser: (morceau: Range) => void): string => {
    const morceau = document.createRange()
    morceau.selectNodeContents(element)
    poser(morceau)
    const copie = document.createElement('div')
    copie.append(morceau.cloneContents())
    return lireTexte(copie)
  }
  return {
    avant: lire((morceau) => morceau.setEnd(ou.startContainer, ou.startOffset)),
    apres: lire((morceau) => morceau.setStart(ou.endContainer, ou.endOffset)),
  }
}

/** Puts a chip at a place of `element`, or in the place of another one, and the caret after it. */
export function insererJeton(jeton: Jeton, ou: Range | HTMLElement, element: HTMLElement): void {
  const suite = document.createTextNode(appuiApres)
  const noeuds = [document.createTextNode(appuiAvant), pastille(jeton), suite]
  if (ou instanceof HTMLElement) {
    ou.replaceWith(...noeuds)
  } else {
    ou.deleteContents()
    const { avant, apres } = autourDe(element, ou)
    const espaces = espacesAutour(avant, apres)
    noeuds.unshift(document.createTextNode(espaces.avant))
    suite.data += espaces.apres
    const fragment = document.createDocumentFragment()
    fragment.append(...noeuds)
    ou.insertNode(fragment)
  }
  getSelection()?.collapse(suite, suite.length)
}

/** The agreement that was clicked, with its element; undefined for anything else. */
export function accordClique(
  cible: EventTarget,
): { element: HTMLElement; masculin: string; feminin: string } | undefined {
  if (!(cible instanceof HTMLElement) || cible.dataset['genre'] !== 'accord') return undefined
  const [segment] = analyser(cible.dataset['jeton'] ?? '')
  return segment?.genre === 'accord' ? { ...segment, element: cible } : undefined
}
