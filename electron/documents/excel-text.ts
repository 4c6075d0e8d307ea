/** Control characters XML 1.0 cannot carry, and halves of surrogate pairs. */
const forbidden =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const maxLength = 32_767

/**
 * Text fit for a cell: without the characters that XML refuses, cut at Excel's 32 767, and with `_x0041_` kept as
 * typed (Excel would read it as the letter A). It always stays a text: a leading '=' makes no formula here.
 */
export function cellText(text: string): string {
  let clean = text
  if (forbidden.test(clean)) clean = clean.replace(forbidden, '')
  if (clean.includes('_x')) clean = clean.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return clean.length > maxLength ? clean.slice(0, maxLength) : clean
}

/**
 * Name fit for a sheet, unlike those in `pris` whatever the capitals: at most 31 characters, none of `[]:*?/\`, no
 * apostrophe at either end; « (2) », « (3) »… tell homonyms apart. The name is added to `pris`.
 */
export function sheetName(nom: string, pris: Set<string>): string {
  const clean = cellText(nom)
    .replace(/[[\]:*?/\\\t\n\r]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '')
  const base = clean === '' || /^(history|historique)$/i.test(clean) ? `Feuille ${clean}`.trim() : clean
  for (let rank = 1; ; rank += 1) {
    const suffix = rank === 1 ? '' : ` (${rank})`
    const name = base.slice(0, 31 - suffix.length).replace(/[\s']+$/, '') + suffix
    if (pris.has(name.toLowerCase())) continue
    pris.add(name.toLowerCase())
    return name
  }
}

/** Text of a page header or footer: '&' is doubled, and a space keeps a leading digit from being read as a size. */
export function headerText(text: string): string {
  return ` ${cellText(text)
    .replace(/[\r\n]+/g, ' ')
    .slice(0, 80)
    .replaceAll('&', '&&')}`
}
