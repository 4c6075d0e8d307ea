import { formatJour } from '../../shared/dates'
import { formatMontant } from '../../shared/money'
import { formatHeures, formatNombre, formatPourcent } from '../../shared/nombres'
import { fineInsecable, insecable, typographier } from '../../shared/typographie'

/** How the values of a table, a figure or a chart are written, in French. */

/** `etat` is a text drawn by its column, `liste` a text among few: both are filtered by ticking. */
export type ValueType =
  'texte' | 'liste' | 'nombre' | 'pourcentage' | 'heures' | 'montant' | 'jour' | 'etat' | 'booleen'
export type Value = string | number | boolean | null | undefined

/** The screen's font draws the narrow no-break space too thin to part thousands: an ordinary one there. */
export const aLEcran = (texte: string): string => texte.replaceAll(fineInsecable, insecable)

/** A sentence written elsewhere, with the spaces of French typography. */
export const ecrireALEcran = (phrase: string): string => aLEcran(typographier(phrase))

/** Writes a value by its type; empty for null, undefined and ''. Amounts are cents, hours decimal, days ISO. */
export function formatValeur(type: ValueType, valeur: Value): string {
  if (valeur === null || valeur === undefined || valeur === '') return ''
  if (typeof valeur === 'boolean') return valeur ? 'Oui' : 'Non'
  if (typeof valeur === 'string') return type === 'jour' ? formatJour(valeur) : valeur
  switch (type) {
    case 'montant':
      return aLEcran(formatMontant(valeur))
    case 'pourcentage':
      return aLEcran(formatPourcent(valeur))
    case 'heures':
      return aLEcran(formatHeures(valeur))
    default:
      return aLEcran(formatNombre(valeur))
  }
}

/** Hours due, with their unit when it is not the year: « 1 404 h », « 13 h 30/sem. » */
export function heuresCourtes(heures: number, unite: 'an' | 'semaine'): string {
  const ecrites = formatValeur('heures', heures)
  return unite === 'semaine' ? `${ecrites}/sem.` : ecrites
}

/** « 14 h 32 », the wall clock. */
export function formatHorloge(instant: Date): string {
  return `${instant.getHours()}${insecable}h${insecable}${String(instant.getMinutes()).padStart(2, '0')}`
}
