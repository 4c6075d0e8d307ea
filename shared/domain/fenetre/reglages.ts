/** Sizes of the window's content, in percent. WCAG 1.4.4 asks for 200 %. */
export const pasDeZoom = [80, 90, 100, 110, 125, 150, 175, 200] as const

/** The next size up (`1`) or down (`-1`), the same at either end; a size that is not one of ours goes to the nearest. */
export function zoomVoisin(zoom: number, sens: 1 | -1): (typeof pasDeZoom)[number] {
  const voisins =
    sens === 1 ? pasDeZoom.filter((pas) => pas > zoom) : pasDeZoom.filter((pas) => pas < zoom).toReversed()
  return voisins[0] ?? (sens === 1 ? 200 : 80)
}
