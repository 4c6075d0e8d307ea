import { type Analyse, citer, lu, refuse } from './analyse'
import { plier } from './text'
import { insecable } from './typographie'

/**
 * Days are text `AAAA-MM-JJ`, never a `Date`: a `Date` is an instant, and a midnight in Nouméa is the day before in Paris.
 * Arithmetic goes through the day number since 1970-01-01 in UTC, so no time zone is ever involved.
 */
const MS_PAR_JOUR = 86_400_000

export const nomsDesMois = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

const joursDeLaSemaine = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const

const chiffres = (n: number, longueur: number): string => String(n).padStart(longueur, '0')

/** Year, month (1 to 12) and day of a `AAAA-MM-JJ`. */
export function partiesDuJour(jour: string): { annee: number; mois: number; quantieme: number } {
  return { annee: Number(jour.slice(0, 4)), mois: Number(jour.slice(5, 7)), quantieme: Number(jour.slice(8, 10)) }
}

/** Number of days of a month (1 to 12). */
export function joursDuMois(annee: number, mois: number): number {
  if (mois === 2) return (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(mois) ? 30 : 31
}

/** `AAAA-MM-JJ` from numbers, or undefined when that day is not in the calendar (years 1 to 9999). */
export function composerJour(annee: number, mois: number, quantieme: number): string | undefined {
  const existe =
    annee >= 1 && annee <= 9999 && mois >= 1 && mois <= 12 && quantieme >= 1 && quantieme <= joursDuMois(annee, mois)
  return existe ? `${chiffres(annee, 4)}-${chiffres(mois, 2)}-${chiffres(quantieme, 2)}` : undefined
}

/** True for a text `AAAA-MM-JJ` that is a day of the calendar. */
export function jourValide(jour: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(jour)) return false
  const { annee, mois, quantieme } = partiesDuJour(jour)
  return composerJour(annee, mois, quantieme) !== undefined
}

const numeroDuJour = (jour: string): number => {
  const { annee, mois, quantieme } = partiesDuJour(jour)
  return new Date(0).setUTCFullYear(annee, mois - 1, quantieme) / MS_PAR_JOUR
}

const jourDuNumero = (numero: number): string => new Date(numero * MS_PAR_JOUR).toISOString().slice(0, 10)

/** The day `nombre` days later (or earlier when negative). */
export const ajouterJours = (jour: string, nombre: number): string => jourDuNumero(numeroDuJour(jour) + nombre)

/** The same day `nombre` months later, or the last of that month: « 2026-01-31 » + 1 → « 2026-02-28 ». */
export function ajouterMois(jour: string, nombre: number): string {
  const { annee, mois, quantieme } = partiesDuJour(jour)
  const rang = annee * 12 + mois - 1 + nombre
  const [nouvelleAnnee, nouveauMois] = [Math.floor(rang / 12), (((rang % 12) + 12) % 12) + 1]
  const dernier = joursDuMois(nouvelleAnnee, nouveauMois)
  return `${chiffres(nouvelleAnnee, 4)}-${chiffres(nouveauMois, 2)}-${chiffres(Math.min(quantieme, dernier), 2)}`
}

/** Days from `debut` to `fin`: 0 for the same day, negative when `fin` comes first. */
export const joursEntre = (debut: string, fin: string): number => numeroDuJour(fin) - numeroDuJour(debut)

/** Last day of the month of `jour`. */
export function finDeMois(jour: string): string {
  const { annee, mois } = partiesDuJour(jour)
  return `${jour.slice(0, 8)}${chiffres(joursDuMois(annee, mois), 2)}`
}

/** « lundi » … « dimanche ». */
export const nomDuJour = (jour: string): string => joursDeLaSemaine[(((numeroDuJour(jour) + 4) % 7) + 7) % 7] ?? ''

/** `2026-08-31` → « 31/08/2026 ». */
export const formatJour = (jour: string): string => `${jour.slice(8, 10)}/${jour.slice(5, 7)}/${jour.slice(0, 4)}`

/** `2026-09-01` → « 1er septembre 2026 », ordinary spaces: `typographier` makes the no-break one in documents. */
export function jourEnLettres(jour: string): string {
  const { annee, mois, quantieme } = partiesDuJour(jour)
  return `${quantieme === 1 ? '1er' : quantieme} ${nomsDesMois[mois - 1] ?? ''} ${annee}`
}

/** Wall-clock reading of an instant, in the zone of the machine. */
export interface PartiesLocales {
  /** `AAAA-MM-JJ` */
  jour: string
  heure: number
  minute: number
}

/** An ISO instant (UTC, as stored) read on the clock of this machine: the only place where a time zone plays a part. */
export function partiesLocales(instant: string): PartiesLocales {
  const date = new Date(instant)
  return {
    jour: `${chiffres(date.getFullYear(), 4)}-${chiffres(date.getMonth() + 1, 2)}-${chiffres(date.getDate(), 2)}`,
    heure: date.getHours(),
    minute: date.getMinutes(),
  }
}

/** « à 14 h 32 », or « le 31/08/2026 à 14 h 32 » when that was not `aujourdhui` (a day `AAAA-MM-JJ`). */
export function formatInstant({ jour, heure, minute }: PartiesLocales, aujourdhui = jour): string {
  const horaire = `à ${heure}${insecable}h${insecable}${chiffres(minute, 2)}`
  return jour === aujourdhui ? horaire : `le ${formatJour(jour)} ${horaire}`
}

/** Spreadsheet serials below this (the year 1910) are quantities, not days of our records. */
const premierNumeroPlausible = 3654

/**
 * Day of a spreadsheet serial (its time of day is dropped). In the 1900 system, which believes that 29 February 1900
 * existed, serial 60 is refused and earlier ones are shifted by one; in the 1904 system serial 0 is 1904-01-01.
 */
export function jourDuNumeroExcel(numero: number, systeme1904 = false): string | undefined {
  const entier = Math.floor(numero)
  if (!Number.isFinite(entier) || entier < 0 || entier > 2_958_465) return undefined
  if (systeme1904) return ajouterJours('1904-01-01', entier)
  if (entier === 0 || entier === 60) return undefined
  return ajouterJours(entier < 60 ? '1899-12-31' : '1899-12-30', entier)
}

/** How to read what is ambiguous in a day. */
export interface OptionsJour {
  /** Two-digit years from this one on belong to the 1900s. Default 70: « 69 » is 2069, « 70 » is 1970. */
  pivot?: number
  /** The workbook counts its days from 1904 (old Excel for Mac). */
  systeme1904?: boolean
}

function moisDuMot(mot: string): number {
  const plie = plier(mot)
  if (plie.length < 3) return 0
  const rang = nomsDesMois.findIndex((nom) => plier(nom).startsWith(plie))
  // « jui » could be juin or juillet.
  return plie === 'jui' ? 0 : rang + 1
}

function anneeComplete(texte: string, pivot: number): number {
  const annee = Number(texte)
  if (texte.length > 2) return annee
  return annee >= pivot ? 1900 + annee : 2000 + annee
}

function jourCompose(brut: string, annee: number, mois: number, quantieme: number): Analyse<string> {
  const jour = composerJour(annee, mois, quantieme)
  if (jour !== undefined) return lu(jour)
  if (mois < 1 || mois > 12) {
    const inverse = composerJour(annee, quantieme, mois)
    return refuse(
      `${citer(brut)} n’est pas une date : il n’y a pas de mois ${mois}. Écrivez le jour avant le mois.`,
      inverse && formatJour(inverse),
    )
  }
  const nom = nomsDesMois[mois - 1] ?? ''
  return refuse(`${citer(brut)} n’existe pas : ${nom} ${annee} compte ${joursDuMois(annee, mois)} jours.`)
}

function jourDuNombre(nombre: number, systeme1904: boolean): Analyse<string> {
  const jour = nombre < premierNumeroPlausible ? undefined : jourDuNumeroExcel(nombre, systeme1904)
  return jour === undefined
    ? refuse(`${String(nombre).replace('.', ',')} n’est pas une date : écrivez-la JJ/MM/AAAA.`)
    : lu(jour)
}

const heureApres = '(?:[T\\s,].*)?$'
const formeIso = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${heureApres}`, 'u')
const formeChiffres = new RegExp(
  `^(\\d{1,2})\\s*[-/. ]\\s*(\\d{1,2})\\s*[-/. ]\\s*(\\d{4}|\\d{2})(?!\\d)${heureApres}`,
  'u',
)
const formeLettres = /^(\d{1,2})\s*(?:er)?[\s./-]*(\p{L}{3,9})[\s./-]*(\d{4}|\d{2})$/u
const sansAnnee = /^\d{1,2}\s*[-/.]\s*\d{1,2}$/u

/**
 * Reads a day as typed or as found in a cell: « 31/08/2026 », « 04.08.26 », « 31-08-2026 », « 2026-08-31 », an ISO instant
 * (its written day), « le 12 octobre 2025 », « 1er sept. 2026 », or a spreadsheet serial. The day always comes before the
 * month. Returns `AAAA-MM-JJ`, or the sentence that says why not; a month and day swapped get the right order suggested.
 */
export function analyserJour(brut: string | number, options: OptionsJour = {}): Analyse<string> {
  const { pivot = 70, systeme1904 = false } = options
  if (typeof brut === 'number') return jourDuNombre(brut, systeme1904)
  const tel = brut.normalize('NFKC').trim()
  if (tel === '') return refuse('La date est vide.')
  const texte = tel.replace(
    /^(?:le\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?:le\s+)?/iu,
    '',
  )
  const [, annee, moisIso, jourIso] = formeIso.exec(texte) ?? []
  if (annee !== undefined) return jourCompose(tel, Number(annee), Number(moisIso), Number(jourIso))
  const [, jour, mois, an = ''] = formeChiffres.exec(texte) ?? []
  if (jour !== undefined) return jourCompose(tel, anneeComplete(an, pivot), Number(mois), Number(jour))
  const [, quantieme, mot = '', millesime = ''] = formeLettres.exec(texte) ?? []
  const rang = moisDuMot(mot)
  if (quantieme !== undefined && rang > 0)
    return jourCompose(tel, anneeComplete(millesime, pivot), rang, Number(quantieme))
  if (/^\d{5}(?:[.,]\d+)?$/.test(texte)) return jourDuNombre(Number(texte.replace(',', '.')), systeme1904)
  if (sansAnnee.test(texte)) return refuse(`${citer(tel)} n’indique pas d’année : écrivez la date JJ/MM/AAAA.`)
  return refuse(`${citer(tel)} n’est pas une date : écrivez-la JJ/MM/AAAA, par exemple 31/08/2026.`)
}
