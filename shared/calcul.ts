import { type Analyse, citer, lu, refuse } from './analyse'
import { analyserNombre, net } from './nombres'

type Jeton = number | '+' | '-' | '*' | '/' | '(' | ')'

const operateurs: Readonly<Record<string, Jeton>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  '(': '(',
  ')': ')',
}

/** Numbers and signs of a sum; undefined when something else is written. */
function jetons(texte: string): Jeton[] | undefined {
  const lus: Jeton[] = []
  for (const [morceau] of texte.matchAll(/[\d.,\s'’]+|[^\d.,\s'’]/gu)) {
    const signe = operateurs[morceau]
    if (signe !== undefined) lus.push(signe)
    else if (morceau.trim() !== '') {
      const nombre = analyserNombre(morceau)
      if (!nombre.ok) return undefined
      lus.push(nombre.valeur)
    }
  }
  return lus
}

/** Descent over « terme ± terme », « facteur × facteur », « (…) »; NaN when the writing is not a sum. */
function evaluer(suite: readonly Jeton[]): number {
  let place = 0
  const prendre = (...signes: Jeton[]): Jeton | undefined => {
    const jeton = suite[place]
    if (jeton === undefined || !signes.includes(jeton)) return undefined
    place += 1
    return jeton
  }
  const facteur = (): number => {
    if (prendre('-') !== undefined) return -facteur()
    if (prendre('+') !== undefined) return facteur()
    if (prendre('(') !== undefined) {
      const dedans = somme()
      return prendre(')') === undefined ? Number.NaN : dedans
    }
    const jeton = suite[place]
    place += 1
    return typeof jeton === 'number' ? jeton : Number.NaN
  }
  const produit = (): number => {
    let valeur = facteur()
    for (let signe = prendre('*', '/'); signe !== undefined; signe = prendre('*', '/')) {
      const suivant = facteur()
      valeur = signe === '*' ? valeur * suivant : valeur / suivant
    }
    return valeur
  }
  const somme = (): number => {
    let valeur = produit()
    for (let signe = prendre('+', '-'); signe !== undefined; signe = prendre('+', '-')) {
      const suivant = produit()
      valeur = signe === '+' ? valeur + suivant : valeur - suivant
    }
    return valeur
  }
  const valeur = somme()
  return place === suite.length ? valeur : Number.NaN
}

/** True for a text that joins numbers by an operator: « 12+3*2 », « =4×17,5 », « (3+4)/2 »; not « -3 » nor « 12 ». */
export const estUnCalcul = (texte: string): boolean =>
  /^\s*=/u.test(texte) || /[\d)]\s*[+\-−–*×/÷]\s*[\d(.,+\-−–]/u.test(texte) || /^\s*[+\-−–]?\s*\(/u.test(texte)

/**
 * Reads a number or a sum typed by hand, as a spreadsheet's cell takes it: « 12+3*2 » → 18, « =(1 404-702)/2 » → 351.
 * French or English decimals; + − × ÷ and brackets. The sentence says why when it is not one.
 */
export function analyserCalcul(brut: string): Analyse<number> {
  const texte = brut.normalize('NFKC').trim().replace(/^=/u, '')
  if (!estUnCalcul(brut)) return analyserNombre(brut)
  const suite = jetons(texte)
  const valeur = suite === undefined || suite.length > 500 ? Number.NaN : evaluer(suite)
  if (Number.isFinite(valeur)) return lu(net(valeur))
  return refuse(
    suite !== undefined && /[/÷]\s*0(?![.,\d])/u.test(texte)
      ? `${citer(brut)} divise par zéro.`
      : `${citer(brut)} n’est ni un nombre ni un calcul : écrivez par exemple 12+3*2.`,
  )
}
