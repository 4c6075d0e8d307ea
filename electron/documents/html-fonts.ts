import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The letters' font, Source Sans 3 (SIL OFL, `resources/fonts/OFL.txt`), in the two character sets that its publisher cuts
 * it into. WOFF rather than WOFF2: the same files give their glyphs to the footers (`pdf-font.ts`), and Node opens WOFF.
 */
const latin = {
  fichier: 'latin',
  plage: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212',
}
const latinEtendu = {
  fichier: 'latin-ext',
  plage: 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1E9F,U+1EF2-1EFF,U+2113',
}
const graisses = [400, 600] as const

/** Letters that the first set lacks: Łukasz, Őry… Without one, half of the font stays out of the page. */
const horsLatin = /[\u0100-\u0130\u0132-\u0151\u0154-\u02BA\u1E00-\u1EFF\u2113]/u

const lire = (resources: string, jeu: string, graisse: number): Buffer =>
  readFileSync(join(resources, 'fonts', `source-sans-3-${jeu}-${String(graisse)}-normal.woff`))

/** `@font-face` rules of the family « Registre Sans », fonts inside: the page needs nothing from elsewhere. */
export function fontFaces(resources: string, contenu: string): string {
  const jeux = horsLatin.test(contenu) ? [latin, latinEtendu] : [latin]
  return jeux
    .flatMap(({ fichier, plage }) =>
      graisses.map(
        (graisse) =>
          `@font-face{font-family:'Registre Sans';font-weight:${String(graisse)};unicode-range:${plage};` +
          `src:url(data:font/woff;base64,${lire(resources, fichier, graisse).toString('base64')}) format('woff')}`,
      ),
    )
    .join('\n')
}

/** The regular weight of both sets, as WOFF files: what footers are written with, the second one when needed. */
export const footerFonts = (resources: string): [Uint8Array, Uint8Array] => [
  lire(resources, latin.fichier, 400),
  lire(resources, latinEtendu.fichier, 400),
]
