import type { TypeDeColonne, ValeurDecrite } from './excel-description'
import { cellText } from './excel-text'
import { dayToSerial } from './xlsx-dates'

/**
 * Value of a description → value of a cell. A day becomes the serial number that the file holds anyway: no `Date` of
 * any time zone comes between. What is not of its column's kind stays readable as text.
 */
export function cellValue(type: TypeDeColonne, valeur: ValeurDecrite): string | number | null {
  if (valeur === null || valeur === undefined || valeur === '') return null
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'string') return (type === 'jour' ? dayToSerial(valeur) : undefined) ?? cellText(valeur)
  if (!Number.isFinite(valeur)) return null
  if (type === 'montant') return valeur / 100
  // 33.333 / 100 is 0.33332999999999996 in binary: the fifteen digits that a spreadsheet keeps.
  return type === 'pourcentage' ? Number((valeur / 100).toPrecision(15)) : valeur
}
