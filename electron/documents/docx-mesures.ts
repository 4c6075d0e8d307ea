/** Word counts in twentieths of a point; pictures in EMU, 914 400 to an inch. */
export const mm = (valeur: number): number => Math.round((valeur * 1440) / 25.4)
export const pt = (valeur: number): number => Math.round(valeur * 20)
export const emu = (valeur: number): number => Math.round((valeur * 914_400) / 25.4)

/** The paper of `html-style.ts`: A4, same margins. Millimetres. */
export const papier = { largeur: 210, hauteur: 297, haut: 15, cotes: 20, bas: 19, pied: 7 } as const

/** Between the side margins, in millimetres. */
export const largeurUtile = papier.largeur - 2 * papier.cotes
