/** Spreadsheet addresses, 1-based: column 1 is 'A', column 16 384 is 'XFD'. */

export const lastColumn = 16_384
export const lastRow = 1_048_576

/** 28 → 'AB'. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** 'AB12' → 28, 'AB' → 28; 0 when the text does not start with one to three capital letters. */
export function columnOf(ref: string): number {
  let column = 0
  for (let index = 0; index < ref.length; index += 1) {
    const letter = ref.charCodeAt(index) - 64
    if (letter < 1 || letter > 26) break
    if (index === 3) return 0
    column = column * 26 + letter
  }
  return column > lastColumn ? 0 : column
}
