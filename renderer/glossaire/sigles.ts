import liste from '../../resources/aide/glossaire.json'
import { cleRecherche, correspond } from '../../shared/text'

export interface Sigle {
  sigle: string
  developpe: string
  definition: string
}

/** The trade's acronyms, in alphabetical order. */
export const sigles: readonly Sigle[] = liste
const parSigle = new Map(sigles.map((each) => [each.sigle, each]))

// The longest first: « GIP FCIP » before « FCIP ».
const noms = [...parSigle.keys()].sort((a, b) => b.length - a.length)
const motif = new RegExp(`(?<![\\p{L}\\p{N}-])(${noms.join('|')})(?![\\p{L}\\p{N}])`, 'gu')

/** A text cut around the acronyms that the glossary knows. The pieces, joined, are the text. */
export function couperAuxSigles(texte: string): (string | Sigle)[] {
  return texte.split(motif).flatMap((morceau, index) => {
    if (morceau === '') return []
    return [index % 2 === 1 ? (parSigle.get(morceau) ?? morceau) : morceau]
  })
}

/** What the acronyms of a text mean, one after the other; undefined when the glossary knows none of them. */
export function expliquerSigles(texte: string): string | undefined {
  const trouves = new Set(couperAuxSigles(texte).filter((morceau) => typeof morceau !== 'string'))
  if (trouves.size === 0) return undefined
  return [...trouves].map(({ sigle, developpe, definition }) => `${sigle} : ${developpe}. ${definition}`).join(' ')
}

/** Acronyms whose letters, name or meaning have every typed word. */
export const chercherSigles = (saisie: string): Sigle[] =>
  sigles.filter(({ sigle, developpe, definition }) =>
    correspond(cleRecherche(`${sigle} ${developpe} ${definition}`), saisie),
  )
