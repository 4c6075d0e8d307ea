export interface Cadre {
  x: number
  y: number
  width: number
  height: number
}

const largeur = 340
const hauteur = 210
const marge = 12

/** Where the card goes: beside what it speaks of, wholly inside the window; in the middle when it speaks of nothing seen. */
export function placer(cadre: Cadre | null, fenetre: { width: number; height: number }): { left: number; top: number } {
  const borne = (valeur: number, taille: number, dans: number): number =>
    Math.max(marge, Math.min(valeur, dans - taille - marge))
  if (!cadre) {
    return { left: (fenetre.width - largeur) / 2, top: borne((fenetre.height - hauteur) / 2, hauteur, fenetre.height) }
  }
  const { x, y, width, height } = cadre
  const aDroite = x + width + marge + largeur <= fenetre.width
  const dessous = y + height + marge + hauteur <= fenetre.height
  // Something tall (the navigation) has its card at its right; anything else, under it, or else over its lower corner.
  if (aDroite && height > hauteur) return { left: x + width + marge, top: borne(y + marge, hauteur, fenetre.height) }
  const top = dessous ? y + height + marge : y + height - hauteur - marge
  return { left: borne(x, largeur, fenetre.width), top: borne(top, hauteur, fenetre.height) }
}
