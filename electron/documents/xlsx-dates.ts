/** Number formats and serial dates of ECMA-376 (part 1, § 18.8.30 and 18.17.4). */

/** Format codes of the built-in numbers that say something of the value; the others are 'General'. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}

/** Format code of a built-in number, undefined for 'General'. */
export function builtInFormat(id: number): string | undefined {
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) return 'yyyy/m/d'
  return builtIn[id]
}

/** Whether a format shows a calendar day: a year, a day or a month; not a bare time, a colour, a unit in quotes. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '')
  const first = bare.split(';')[0] ?? ''
  if (/^(general|standard)$/i.test(first.trim())) return false
  const code = first.replace(/am\/pm|a\/p/gi, '').toLowerCase()
  return /[ydj]|a{2,4}/.test(code) || (/m/.test(code) && !/[hs[]/.test(code))
}

const lastSerial = 2_958_465

/**
 * Serial number → 'YYYY-MM-DD', its time of day left aside; undefined outside 1900–9999.
 * The 1900 calendar counts a 29 February 1900 that never was: numbers below 60 are one day late.
 */
export function serialToDay(serial: number, date1904: boolean): string | undefined {
  const days = Math.floor(serial + 1e-9)
  if (!Number.isFinite(serial) || days < (date1904 ? 0 : 1) || days > lastSerial) return undefined
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(epoch + days * 86_400_000)
  return date.getUTCFullYear() > 9999 ? undefined : date.toISOString().slice(0, 10)
}

/** 'YYYY-MM-DD' → serial number of the 1900 calendar (what every writer here uses); undefined when it is no day. */
export function dayToSerial(day: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const instant = Date.UTC(year, month - 1, date)
  if (new Date(instant).getUTCDate() !== date || month < 1 || month > 12 || year < 1901) return undefined
  return instant / 86_400_000 + 25_569
}
