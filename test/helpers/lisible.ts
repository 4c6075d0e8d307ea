/** A text of the screen with ordinary spaces, so that a test shows what a reader sees; `undefined` stays so. */
export function lisible(texte: string): string
export function lisible(texte: string | undefined): string | undefined
export function lisible(texte: string | undefined): string | undefined {
  return texte?.replace(/[\u00A0\u202F]/g, ' ')
}
