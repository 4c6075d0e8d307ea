import { debutsDe, plier } from '../../text'
import { fautesAdmises, ressemble } from './faute'

export interface Morceau {
  texte: string
  marque: boolean
}

/**
 * A result cut where it answers what was typed: the beginning of a word that a typed word begins, the whole word when it
 * was typed with a mistake. `mots` are folded (`motsTapes`). The pieces, joined, are the text.
 */
export function marquer(texte: string, mots: readonly string[]): Morceau[] {
  const morceaux: Morceau[] = []
  let fin = 0
  const ajouter = (jusqua: number, marque: boolean): void => {
    if (jusqua > fin) morceaux.push({ texte: texte.slice(fin, jusqua), marque })
    fin = Math.max(fin, jusqua)
  }
  for (const { 0: mot, index } of texte.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const longueur = longueurMarquee(mot, mots)
    if (longueur === 0) continue
    ajouter(index, false)
    ajouter(index + longueur, true)
  }
  ajouter(texte.length, false)
  return morceaux
}

function longueurMarquee(mot: string, tapes: readonly string[]): number {
  const plie = plier(mot)
  const debuts = tapes.flatMap(debutsDe).filter((debut) => ` ${plie} `.startsWith(debut))
  const exact = debuts.map((debut) => debut.trim()).sort((a, b) => b.length - a.length)[0]
  if (exact !== undefined) return lettresDe(mot, exact)
  // Glued by the typing (« dalmeida ») or typed with a mistake: the whole word answers.
  const approche = tapes.some((tape) => {
    const fautes = fautesAdmises(tape)
    return fautes > 0 && ressemble(tape, plie, fautes)
  })
  return approche ? mot.length : 0
}

/** How many letters of `mot` fold to `debut`: « Œ » is two folded letters, an accent none. */
function lettresDe(mot: string, debut: string): number {
  for (let n = 1; n <= mot.length; n += 1) if (plier(mot.slice(0, n)).length >= debut.length) return n
  return mot.length
}
