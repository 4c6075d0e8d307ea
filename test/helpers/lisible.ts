import type { Analyse } from '../../shared/analyse'

/** A text of the screen with ordinary spaces, so that a test shows what a reader sees; `undefined` stays so. */
export function lisible(texte: string): string
export function lisible(texte: string | undefined): string | undefined
export function lisible(texte: string | undefined): string | undefined {
  return texte?.replace(/[\u00A0\u202F]/g, ' ')
}

/** The sentence of a refused reading, with ordinary spaces; « (lu) » when it was accepted. */
export const messageDe = (lecture: Analyse<unknown>): string => (lecture.ok ? '(lu)' : lisible(lecture.message))

/** The remark that came with an accepted reading, or the empty text. */
export const remarqueDe = (lecture: Analyse<unknown>): string =>
  lecture.ok ? lisible(lecture.remarque ?? '') : '(refusé)'
