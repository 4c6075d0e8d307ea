import { typographier } from './typographie'

/**
 * What reading a value typed or pasted by a person gives: the value, or a French sentence that says what is wrong.
 * `remarque` accompanies a value that was read but deserves a look (a lost zero put back, a doubtful percentage).
 * `suggestion` is the text to propose in place of what was typed.
 */
export type Analyse<T> =
  | { readonly ok: true; readonly valeur: T; readonly remarque?: string }
  | { readonly ok: false; readonly message: string; readonly suggestion?: string }

/** The value was read. */
export const lu = <T>(valeur: T, remarque?: string): Analyse<T> =>
  remarque === undefined ? { ok: true, valeur } : { ok: true, valeur, remarque: typographier(remarque) }

/** The value could not be read: `message` is a whole French sentence, typed with ordinary spaces. */
export function refuse(message: string, suggestion?: string): { ok: false; message: string; suggestion?: string } {
  const refus = { ok: false, message: typographier(message) } as const
  return suggestion === undefined ? refus : { ...refus, suggestion }
}

/** What was typed, between quotation marks and short enough for a sentence. */
export function citer(brut: string | number): string {
  const texte = String(brut).trim().replace(/\s+/gu, ' ')
  const caracteres = [...texte.slice(0, 100)]
  return `« ${caracteres.length > 60 ? `${caracteres.slice(0, 60).join('')}…` : texte} »`
}
