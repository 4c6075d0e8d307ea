import { analyser, libelleChampModele, type Segment } from '../../../shared/domain/modele-lettre/redaction'

/**
 * A model's text in an element edited in place: plain text, and pieces that are not typed (fields, agreements), drawn as
 * chips. The element holds nothing else; its text is read back from it.
 */

/** A place for the caret beside a chip, where there is no text. */
const appui = '\u200B'

const lireNoeud = (noeud: Node): string => {
  if (noeud instanceof HTMLElement) {
    const { jeton } = noeud.dataset
    if (jeton !== undefined) return jeton
    return noeud.tagName === 'BR' ? '\n' : [...noeud.childNodes].map(lireNoeud).join('')
  }
  return noeud.textContent?.replaceAll(appui, '') ?? ''
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
      : [document.createTextNode(appui), pastille(segment), document.createTextNode(appui)],
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

/** Puts a chip at a place, or in the place of another one, and the caret after it. */
export function insererJeton(jeton: Jeton, ou: Range | HTMLElement): void {
  const suite = document.createTextNode(appui)
  const noeuds = [document.createTextNode(appui), pastille(jeton), suite]
  if (ou instanceof HTMLElement) {
    ou.replaceWith(...noeuds)
  } else {
    ou.deleteContents()
    const fragment = document.createDocumentFragment()
    fragment.append(...noeuds)
    ou.insertNode(fragment)
  }
  getSelection()?.collapse(suite, 1)
}

/** The agreement that was clicked, with its element; undefined for anything else. */
export function accordClique(
  cible: EventTarget,
): { element: HTMLElement; masculin: string; feminin: string } | undefined {
  if (!(cible instanceof HTMLElement) || cible.dataset['genre'] !== 'accord') return undefined
  const [segment] = analyser(cible.dataset['jeton'] ?? '')
  return segment?.genre === 'accord' ? { ...segment, element: cible } : undefined
}
