import { Buffer } from 'node:buffer'
import type { ColonneDecrite, FeuilleDecrite, TypeDeColonne, ValeurDecrite } from './excel-description'

/**
 * One table → CSV for a French spreadsheet: UTF-8 with its mark, ';', decimal comma, texts in quotes, CRLF.
 *
 * A text starting with `= + - @`, a tab or a return is preceded by an apostrophe, so that no spreadsheet runs it as a
 * formula (OWASP, « CSV Injection »); numbers never are, so -3 stays a number.
 * Amounts are given in cents and written in euros, days in 'YYYY-MM-DD' and written 31/08/2026.
 */
export function renderCsv({ colonnes, lignes }: Pick<FeuilleDecrite, 'colonnes' | 'lignes'>): Buffer {
  const rows = [colonnes.map((colonne) => quoted(colonne.titre)).join(';')]
  for (const ligne of lignes) {
    rows.push(colonnes.map((colonne) => field(colonne, ligne[colonne.cle])).join(';'))
  }
  return Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`, 'utf8')
}

function field({ type, decimales }: ColonneDecrite, valeur: ValeurDecrite): string {
  if (valeur === null || valeur === undefined || valeur === '') return ''
  if (typeof valeur === 'boolean') return valeur ? '"oui"' : '"non"'
  if (typeof valeur === 'number') return Number.isFinite(valeur) ? decimal(type, valeur, decimales) : ''
  if (type === 'jour' && /^\d{4}-\d{2}-\d{2}$/.test(valeur)) return valeur.split('-').reverse().join('/')
  return quoted(valeur)
}

function decimal(type: TypeDeColonne, valeur: number, decimales: number | undefined): string {
  if (type === 'montant') return (valeur / 100).toFixed(decimales ?? 2).replace('.', ',')
  const text = (decimales === undefined ? shortest(valeur) : valeur.toFixed(decimales)).replace('.', ',')
  return type === 'pourcentage' ? `${text}%` : text
}

/** Without the exponent that a spreadsheet might misread, nor the noise of 0.1 + 0.2. */
function shortest(valeur: number): string {
  return valeur.toFixed(10).replace(/\.?0+$/, '')
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('\0', '').replaceAll('"', '""')}"`
}
