/**
 * Days are text `AAAA-MM-JJ`, never a `Date`: a `Date` is an instant, and a midnight in Nouméa is the day before in Paris.
 * Arithmetic goes through the day number since 1970-01-01 in UTC, so no time zone is ever involved.
 */
const MS_PAR_JOUR = 86_400_000

export const nomsDesMois = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin',
  'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
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
export const nomDuJour = (jour: string): string =>
  joursDeLaSemaine[(((numeroDuJour(jour) + 4) % 7) + 7) % 7] ?? ''

/** `2026-08-31` → « 31/08/2026 ». */
export const formatJour = (jour: string): string => `${jour.slice(8, 10)}/${jour.slice(5, 7)}/${jour.slice(0, 4)}`

/** `2026-09-01` → « 1er septembre 2026 », ordinary spaces: `typographier` makes the no-break one in documents. */
export function jourEnLettres(jour: string): string {
  const { annee, mois, quantieme } = partiesDuJour(jour)
  return `${quantieme === 1 ? '1er' : quantieme} ${nomsDesMois[mois - 1] ?? ''} ${annee}`
}
