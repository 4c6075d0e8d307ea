import { type Analyse, citer, lu, refuse } from './analyse'
import { pluriel } from './text'
import { fineInsecable, insecable } from './typographie'

const sansEspaces = (brut: string): string =>
  brut
    .normalize('NFKC')
    .replace(/[\s'’]/gu, '')
    .replace(/[−–]/gu, '-')

/** A decimal with either separator; « 1.234,5 » and « 1,234.5 » have thousands, « 1.234 » does not. */
function decimal(compact: string): number | undefined {
  const texte = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(compact)
    ? compact.replaceAll('.', '').replace(',', '.')
    : /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(compact)
      ? compact.replaceAll(',', '')
      : compact.replace(',', '.')
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(texte) ? Number(texte) : undefined
}

/** Takes away the noise of doubles: 0.1 + 0.2 is 0.3, 0.1 + 0.2 − 0.3 is 0. */
export const net = (valeur: number): number => Number(Number(valeur.toPrecision(12)).toFixed(12))

/** Reads a number as typed or as found in a cell: « 1 404 », « 16,2 », « -3 », 702. Returns it without unit. */
export function analyserNombre(brut: string | number): Analyse<number> {
  if (typeof brut === 'number') return Number.isFinite(brut) ? lu(net(brut)) : refuse('La valeur n’est pas un nombre.')
  const compact = sansEspaces(brut)
  if (compact === '') return refuse('Le nombre est vide.')
  const valeur = decimal(compact)
  return valeur === undefined ? refuse(`${citer(brut)} n’est pas un nombre.`) : lu(valeur)
}

/** Reads a whole number from 0 up: a headcount, a number of places. */
export function analyserEntier(brut: string | number): Analyse<number> {
  const lecture = analyserNombre(brut)
  if (!lecture.ok) return lecture
  if (Number.isSafeInteger(lecture.valeur) && lecture.valeur >= 0) return lecture
  return refuse(`${citer(brut)} n’est pas un nombre entier, zéro ou plus.`)
}

/**
 * Reads a share into percent (80 for « 80 % »), as legacy workbooks write it.
 * - with a « % » sign, the number is the percentage: « 0,5 % » is 0.5;
 * - without it, a value up to 1 is a fraction (0,5 → 50, « 1 » → 100: a quotité of 1 is a full time, never 1 %),
 *   a value above 1 is a percentage (« 80 », 100);
 * - doubtful, read but remarked: above 1 and below 5 without the sign (« 1,5 », « 2 »), and under 1 % with it.
 * Refused below 0 or above 100. At most four decimals are kept (fse.md § 1.2).
 */
export function analyserPourcent(brut: string | number): Analyse<number> {
  const compact = typeof brut === 'number' ? '' : sansEspaces(brut).replace(/(?:pour-?cents?|p\.?c\.?)$/iu, '%')
  const avecSigne = compact.endsWith('%')
  const lecture = analyserNombre(typeof brut === 'number' ? brut : compact.replace(/%$/, ''))
  const montre = typeof brut === 'number' ? String(brut).replace('.', ',') : brut.trim()
  if (!lecture.ok)
    return refuse(montre === '' ? 'Le pourcentage est vide.' : `${citer(montre)} n’est pas un pourcentage.`)
  const fraction = !avecSigne && Math.abs(lecture.valeur) <= 1
  const pourcent = Math.round((fraction ? lecture.valeur * 100 : lecture.valeur) * 10_000) / 10_000
  if (pourcent < 0 || pourcent > 100) return refuse(`${citer(montre)} n’est pas compris entre 0 et 100 %.`)
  const douteux = avecSigne ? pourcent > 0 && pourcent < 1 : lecture.valeur > 1 && lecture.valeur < 5
  return lu(pourcent, douteux ? `${citer(montre)} a été lu ${formatPourcent(pourcent)} : vérifiez.` : undefined)
}

/**
 * Reads hours into decimal hours: « 13 h 30 », « 13h30 », « 13:30 », « 1 404 h », « 702 », « 16,2 », « 45 min ».
 * Refused when negative, or when minutes reach 60.
 */
export function analyserHeures(brut: string | number): Analyse<number> {
  const tel = String(brut).trim()
  if (tel === '') return refuse('Le nombre d’heures est vide.')
  const refusHeures = refuse(`${citer(tel)} n’est pas un nombre d’heures : écrivez par exemple 13 h 30 ou 13,5.`)
  const compact = sansEspaces(tel)
    .toLowerCase()
    .replace(/heures?/u, 'h')
    .replace(/(?:minutes?|mn|min)$/u, 'min')
  const seules = /^(\d+)min$/.exec(compact)
  if (seules) return lu(net(Number(seules[1]) / 60))
  const [, heures, minutes] = /^(\d+)[h:](\d{1,2})(?:min)?$/.exec(compact) ?? []
  if (heures !== undefined) {
    if (Number(minutes) >= 60) return refuse(`${citer(tel)} n’est pas une durée : une heure compte 60 minutes.`)
    return lu(net(Number(heures) + Number(minutes) / 60))
  }
  const lecture = analyserNombre(typeof brut === 'number' ? brut : compact.replace(/h$/, ''))
  if (!lecture.ok) return refusHeures
  return lecture.valeur < 0 ? refuse('Un nombre d’heures ne peut pas être négatif.') : lecture
}

/** « 1 404 », « 16,2 »: narrow no-break space between thousands, comma, at most `decimales` of them, no trailing zero. */
export const formatNombre = (valeur: number, decimales = 2): string => ecrire(valeur, decimales, /0+$/)

/** « 1,00 », « 0,75 »: as `formatNombre`, with all its decimals, for numbers that are read one under the other. */
export const formatDecimal = (valeur: number, decimales = 2): string => ecrire(valeur, decimales, /^$/)

function ecrire(valeur: number, decimales: number, inutile: RegExp): string {
  const [entier = '0', fraction = ''] = net(Math.abs(valeur)).toFixed(decimales).split('.')
  const utile = fraction.replace(inutile, '')
  const negatif = valeur < 0 && (entier !== '0' || /[1-9]/.test(utile))
  const groupes = entier.replace(/\B(?=(\d{3})+$)/g, fineInsecable)
  return `${negatif ? '-' : ''}${groupes}${utile && `,${utile}`}`
}

/** Percent number → « 80 % », « 58,3725 % »: at most four decimals (fse.md § 1.2). */
export const formatPourcent = (pourcent: number): string => `${formatNombre(pourcent, 4)}${insecable}%`

/** Decimal hours → « 1 404 h », « 1 123 h 12 », « 16 h 12 », rounded to the minute (metier.md § 9.5). */
export function formatHeures(heures: number): string {
  const minutes = Math.round(net(Math.abs(heures)) * 60)
  const reste = minutes % 60
  const entieres = `${heures < 0 && minutes > 0 ? '-' : ''}${formatNombre(Math.trunc(minutes / 60))}${insecable}h`
  return reste === 0 ? entieres : `${entieres}${insecable}${String(reste).padStart(2, '0')}`
}

/** A count with its word: « 1 404 lettres », « 1 lettre », « 0 lettre ». */
export const compte = (n: number, mot: string, mots = `${mot}s`): string =>
  `${formatNombre(n)}${insecable}${pluriel(n, mot, mots)}`
