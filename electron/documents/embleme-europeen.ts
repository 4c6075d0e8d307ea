import { Buffer } from 'node:buffer'

/**
 * The emblem of the European Union, drawn from its geometrical description (interinstitutional style guide, annex A1):
 * a blue rectangle of three by two, twelve gold stars upright on an invisible circle whose radius is a third of the
 * height, each inscribed in a circle of an eighteenth of it, placed as the hours of a clock. RGB 0/51/153 and 255/204/0.
 */
interface Point {
  x: number
  y: number
}

export const texteEmbleme = 'Emblème de l’Union européenne'

/** Millimetres on paper; never under ten high. */
export const tailleEmbleme = { largeur: 22.5, hauteur: 15 } as const

const bleu = [0, 51, 153] as const
const or = [255, 204, 0] as const
/** Of the inner vertices of a regular five-pointed star to its outer ones. */
const creux = (3 - Math.sqrt(5)) / 2

const surCercle = (centre: Point, rayon: number, tours: number): Point => ({
  x: centre.x + rayon * Math.sin(2 * Math.PI * tours),
  y: centre.y - rayon * Math.cos(2 * Math.PI * tours),
})

/** The outlines of the twelve stars, ten points each, for an emblem of this height. */
export function etoiles(hauteur: number): Point[][] {
  const milieu = { x: (hauteur * 3) / 4, y: hauteur / 2 }
  return Array.from({ length: 12 }, (_etoile, heure) => {
    const centre = surCercle(milieu, hauteur / 3, heure / 12)
    return Array.from({ length: 10 }, (_point, rang) =>
      surCercle(centre, (hauteur / 18) * (rang % 2 === 0 ? 1 : creux), rang / 10),
    )
  })
}

const hexadecimal = (couleur: readonly number[]): string =>
  `#${couleur.map((valeur) => valeur.toString(16).padStart(2, '0')).join('')}`

/**
 * The emblem for a page, as two `data:` URLs one over the other: the field, then the stars as SVG. The field is a picture
 * of one blue pixel because Chromium gives a tagged PDF the alternative text of pictures, and forgets that of drawings.
 */
export function emblemeDePage(): { champ: string; etoiles: string } {
  const trace = etoiles(36)
    .map((points) => `M${points.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`).join('L')}Z`)
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 54 36"><path fill="${hexadecimal(or)}" d="${trace}"/></svg>`
  return { champ: pixelBleu, etoiles: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` }
}

/** PNG, 0/51/153. */
const pixelBleu =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mNgMJ4JAAEDAM2ho/cIAAAAAElFTkSuQmCC'

/** A record of an enhanced metafile: its type, then 32-bit words (MS-EMF, § 2.3). */
function enregistrement(type: number, ...mots: readonly number[]): Buffer {
  const octets = Buffer.alloc(8 + 4 * mots.length)
  for (const [rang, mot] of [type, octets.length, ...mots].entries()) octets.writeInt32LE(mot | 0, 4 * rang)
  return octets
}

const point16 = ({ x, y }: Point): number => (Math.round(x) & 0xffff) | (Math.round(y) << 16)
const polygone = (points: readonly Point[], cadre: readonly number[]): Buffer =>
  enregistrement(86, ...cadre, points.length, ...points.map(point16))
const pinceau = (rang: number, [rouge = 0, vert = 0, bleuDe = 0]: readonly number[]): Buffer =>
  enregistrement(39, rang, 0, rouge | (vert << 8) | (bleuDe << 16), 0)
const choisir = (objet: number): Buffer => enregistrement(37, objet)

/** The emblem as an enhanced metafile: the vector that every Word shows. A unit is a hundredth of a millimetre. */
export function emblemeEmf(): Buffer {
  const [largeur, hauteur] = [tailleEmbleme.largeur * 100, tailleEmbleme.hauteur * 100]
  const cadre = [0, 0, largeur, hauteur]
  const fond = [
    { x: 0, y: 0 },
    { x: largeur, y: 0 },
    { x: largeur, y: hauteur },
    { x: 0, y: hauteur },
  ]
  const sansTrait = 0x80000008
  const corps = [
    choisir(sansTrait),
    pinceau(1, bleu),
    choisir(1),
    polygone(fond, cadre),
    pinceau(2, or),
    choisir(2),
    ...etoiles(hauteur).map((points) => polygone(points, cadre)),
    enregistrement(14, 0, 16, 20),
  ]
  const taille = corps.reduce((total, { length }) => total + length, 88)
  const papier = [21_000, 29_700, 210, 297]
  const signature = 0x464d4520
  // Three handles: that of the file, and two brushes.
  const mots = [...cadre, ...cadre, signature, 0x10000, taille, corps.length + 1, 3, 0, 0, 0, ...papier]
  return Buffer.concat([enregistrement(1, ...mots), ...corps])
}
