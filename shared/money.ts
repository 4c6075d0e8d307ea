import { type Analyse, citer, lu, refuse } from './analyse'
import { AppError } from './app-error'
import { fineInsecable, insecable } from './typographie'

/** Largest amount accepted, in cents: ten billion euros, far below the exact integers of a double. */
const maximumCents = 1_000_000_000_000

/** Integer cents → « 1 234,56 »: where the sign of the euro is written once beside. */
export const formatEuros = (cents: number): string => {
  const positif = Math.abs(cents)
  const euros = String(Math.trunc(positif / 100)).replace(/\B(?=(\d{3})+$)/g, fineInsecable)
  return `${cents < 0 ? '-' : ''}${euros},${String(positif % 100).padStart(2, '0')}`
}

/** Integer cents → « 1 234,56 € »: narrow no-break space between thousands, no-break space before the sign (metier.md § 9.5). */
export const formatMontant = (cents: number): string => `${formatEuros(cents)}${insecable}€`

/** Integer cents → « 1234,56 »: what a cell being typed holds, ready to be typed over or pasted into a spreadsheet. */
export const formatMontantSaisi = (cents: number): string => formatEuros(cents).replaceAll(fineInsecable, '')

/** A decimal as digits: « 25993,2 » → cents, or undefined when it is not an amount with at most two decimals. */
function centsDuTerme(terme: string): number | undefined {
  const lecture =
    /^(\d+)(?:[.,](\d{0,2}))?$/.exec(terme) ??
    /^(\d{1,3}(?:\.\d{3})+),(\d{0,2})$/.exec(terme) ??
    /^(\d{1,3}(?:,\d{3})+)\.(\d{0,2})$/.exec(terme) ??
    /^()[.,](\d{1,2})$/.exec(terme)
  if (lecture === null) return undefined
  const entier = (lecture[1] ?? '').replace(/[.,]/g, '')
  return Number(entier + (lecture[2] ?? '').padEnd(2, '0'))
}

function analyserTexte(brut: string): Analyse<number> {
  const refusTexte = refuse(`${citer(brut)} n’est pas un montant : écrivez par exemple 1 234,56.`)
  const compact = brut
    .normalize('NFKC')
    .replace(/[\s'’]/gu, '')
    .replace(/[−–]/gu, '-')
    .replace(/(?:€|eur(?:os?)?)$/iu, '')
    .replace(/^=/, '')
  if (compact === '') return refuse('Le montant est vide.')
  const comptable = /^\(([^()+-]+)\)$/.exec(compact)
  const expression = comptable ? `-${comptable[1] ?? ''}` : compact
  if (!/^[+-]?[\d.,]+(?:[+-][\d.,]+)*$/.test(expression)) return refusTexte
  let total = 0
  for (const [, signe, terme] of expression.matchAll(/([+-]?)([\d.,]+)/g)) {
    const cents = centsDuTerme(terme ?? '')
    if (cents !== undefined) total += signe === '-' ? -cents : cents
    else if (/^\d+[.,]\d{3,}$/.test(terme ?? ''))
      return refuse(`${citer(brut)} a plus de deux décimales : un montant s’arrête au centime.`)
    else return refusTexte
  }
  return controlerTaille(total)
}

function controlerTaille(cents: number, remarque?: string): Analyse<number> {
  if (Math.abs(cents) > maximumCents) return refuse(`Le montant ${formatMontant(cents)} est trop grand.`)
  return lu(cents === 0 ? 0 : cents, remarque)
}

/** A spreadsheet's double: fifteen digits are meaningful, the rest is noise of the computation. */
function analyserNombreBrut(brut: number): Analyse<number> {
  if (!Number.isFinite(brut)) return refuse('Le montant n’est pas un nombre.')
  const [mantisse = '', exposant = '0'] = Math.abs(brut).toExponential(14).split('e')
  const chiffres = BigInt(mantisse.replace('.', ''))
  const decalage = Number(exposant) - 14 + 2
  if (decalage >= 0) return controlerTaille(Math.sign(brut) * Number(chiffres) * 10 ** decalage)
  const diviseur = 10n ** BigInt(-decalage)
  const cents = Math.sign(brut) * Number(diviserDemiSuperieur(chiffres, diviseur))
  return controlerTaille(cents, chiffres % diviseur === 0n ? undefined : 'Le montant a été arrondi au centime.')
}

/**
 * Reads an amount in euros, as typed or as found in a cell, into integer cents.
 * Accepts « 34 928,62 € » with any kind of space, « 25993,2 », 17464.31, « 1.234,56 », « 1,234.56 », « (12,50) »,
 * and sums typed by hand: « =12,5+3 », « 120+35,50-5 ». A text with more than two decimals is refused, because
 * « 1.234 » may be a thousand or a fraction; a cell's number is rounded to the cent, with a remark if that loses something.
 */
export function analyserMontant(brut: string | number): Analyse<number> {
  return typeof brut === 'number' ? analyserNombreBrut(brut) : analyserTexte(brut)
}

/** Quotient of non-negative integers, half up. */
const diviserDemiSuperieur = (a: bigint, b: bigint): bigint => (2n * a + b) / (2n * b)

/** A decimal number with at most four decimals as an exact integer of ten-thousandths. */
function dixMilliemes(valeur: number, nom: string): bigint {
  const entier = Math.round(valeur * 10_000)
  if (!Number.isSafeInteger(entier) || Math.abs(valeur * 10_000 - entier) > 1e-4)
    throw new AppError('invalid', `${nom} doit être un nombre d’au plus quatre décimales.`)
  return BigInt(entier)
}

function enCentsEntiers(cents: number): bigint {
  if (!Number.isSafeInteger(cents)) throw new AppError('invalid', 'Un montant doit être un nombre entier de centimes.')
  return BigInt(cents)
}

const valeurAbsolue = (n: bigint): bigint => (n < 0n ? -n : n)

/** `num / den` in cents, symmetrical around zero so that a correction cancels what it corrects. */
function quotient(num: bigint, den: bigint, diviser: (a: bigint, b: bigint) => bigint): number {
  const resultat = diviser(valeurAbsolue(num), valeurAbsolue(den))
  return Number(num < 0n !== den < 0n ? -resultat : resultat)
}

/**
 * `pourcent` % of an amount, truncated to the cent towards zero: the FSE share, which must never exceed its rate
 * (fse.md § 3.4 « Arrondis »). `cents` integer; `pourcent` with at most four decimals (58.3725 is 58,3725 %).
 */
export function tronquerPourcent(cents: number, pourcent: number): number {
  return quotient(enCentsEntiers(cents) * dixMilliemes(pourcent, 'Le pourcentage'), 1_000_000n, (a, b) => a / b)
}

/** `pourcent` % of an amount, rounded to the cent, half up, exactly (fse.md § 3.4). Same units as `tronquerPourcent`. */
export function arrondirPourcent(cents: number, pourcent: number): number {
  return quotient(enCentsEntiers(cents) * dixMilliemes(pourcent, 'Le pourcentage'), 1_000_000n, diviserDemiSuperieur)
}

/**
 * `numerateur / denominateur` of an amount, rounded once, half up: the fraction itself is never rounded
 * (fse.md § 4.5, temps variable: 52,5 h of 133 h). Both with at most four decimals; the denominator is not zero.
 */
export function arrondirProrata(cents: number, numerateur: number, denominateur: number): number {
  const den = dixMilliemes(denominateur, 'Le dénominateur')
  if (den === 0n) throw new AppError('invalid', 'Le dénominateur d’un prorata ne peut pas être nul.')
  return quotient(enCentsEntiers(cents) * dixMilliemes(numerateur, 'Le numérateur'), den, diviserDemiSuperieur)
}
