import { type ElementXml, estElement, type NoeudXml, texteXmlDe } from './xml-tree'

/** What is typed between braces: `{nom}`, `{#boucle}` … `{/boucle}`, `{^condition}` … `{/condition}`. */
export interface Balise {
  genre: 'champ' | 'si' | 'sauf' | 'fin'
  /** Without its sign and its spaces; '' for `{/}`, which closes whatever is open. */
  code: string
  /** As it was typed, braces included. */
  brut: string
}

/** A run that holds one tag and nothing else. */
export interface RunBalise extends ElementXml {
  balise: Balise
}

export const estBalise = (noeud: NoeudXml): noeud is RunBalise => estElement(noeud) && 'balise' in noeud

const motif = /\{[^{}]*\}/gu
const genres: Readonly<Record<string, Balise['genre']>> = { '#': 'si', '^': 'sauf', '/': 'fin' }

function lireBalise(brut: string): Balise {
  const dedans = brut.slice(1, -1).trim()
  const genre = genres[dedans.charAt(0)]
  return genre === undefined ? { genre: 'champ', code: dedans, brut } : { genre, code: dedans.slice(1).trim(), brut }
}

/**
 * A paragraph whose every tag is alone in a run of its own, with the character properties it began with. Word cuts what
 * is typed into runs as it pleases (spelling, a correction, an earlier version): a tag is put together again first.
 * Paragraphs inside it (text boxes) are left to their own turn.
 */
export function isolerBalises(paragraphe: ElementXml): ElementXml {
  const textes = textesDe(paragraphe)
  const rassembles = rassembler(textes.map(texteXmlDe))
  const nouveaux = new Map(textes.map((element, rang) => [element, rassembles[rang] ?? '']))
  return { ...paragraphe, enfants: paragraphe.enfants.flatMap((enfant) => decouper(enfant, nouveaux)) }
}

const runBalise = (run: ElementXml, brut: string): RunBalise => ({ ...run, balise: lireBalise(brut) })

/** The first brace of a paragraph that no other closes, or null. */
export function accoladeSeule(paragraphe: ElementXml): string | null {
  const reste = textesDe(paragraphe).map(texteXmlDe).join('').replace(motif, '')
  const place = reste.search(/[{}]/u)
  return place === -1 ? null : reste.slice(place, place + 30)
}

/** The `w:t` elements of a paragraph, in order, those of the paragraphs in it excepted. */
function textesDe(element: ElementXml): ElementXml[] {
  return element.enfants.filter(estElement).flatMap((enfant) => {
    if (enfant.nom === 'w:t') return [enfant]
    return enfant.nom === 'w:p' ? [] : textesDe(enfant)
  })
}

/** Texts of a row of runs → the same, each tag wholly in the text where it begins. */
function rassembler(textes: readonly string[]): string[] {
  const proprietaires = textes.flatMap((texte, rang) => Array.from({ length: texte.length }, () => rang))
  const entier = textes.join('')
  for (const { index, 0: brut } of entier.matchAll(motif))
    proprietaires.fill(proprietaires[index] ?? 0, index, index + brut.length)
  const resultat = textes.map(() => '')
  for (let place = 0; place < entier.length; place++) {
    const rang = proprietaires[place] ?? 0
    resultat[rang] = `${resultat[rang] ?? ''}${entier.charAt(place)}`
  }
  return resultat
}

function decouper(noeud: NoeudXml, nouveaux: ReadonlyMap<ElementXml, string>): NoeudXml[] {
  if (!estElement(noeud) || noeud.nom === 'w:p') return [noeud]
  if (noeud.nom !== 'w:r') {
    return [{ ...noeud, enfants: noeud.enfants.flatMap((enfant) => decouper(enfant, nouveaux)) }]
  }
  const proprietes = noeud.enfants.filter((enfant) => estElement(enfant) && enfant.nom === 'w:rPr')
  const runs: NoeudXml[] = []
  let courant: NoeudXml[] = []
  const clore = (): void => {
    if (courant.length > 0) runs.push({ ...noeud, enfants: [...proprietes, ...courant] })
    courant = []
  }
  for (const enfant of noeud.enfants) {
    if (proprietes.includes(enfant)) continue
    const texte = estElement(enfant) ? nouveaux.get(enfant) : undefined
    if (texte === undefined) {
      courant.push(enfant)
      continue
    }
    for (const morceau of texte.split(/(\{[^{}]*\})/u)) {
      if (/^\{[^{}]*\}$/u.test(morceau)) {
        clore()
        runs.push(runBalise({ ...noeud, enfants: proprietes }, morceau))
      } else if (morceau !== '') {
        courant.push({ nom: 'w:t', attributs: { 'xml:space': 'preserve' }, enfants: [morceau] })
      }
    }
  }
  clore()
  return runs
}
