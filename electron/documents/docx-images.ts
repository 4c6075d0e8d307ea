import { emu } from './docx-mesures'
import { escapeXml } from './docx-text'
import { type ImageLue, lireImage } from './image-size'
import { type PartieZip, partieStockee } from './zip-writer'

/** Greatest size of a logo on paper, in millimetres; a pixel is 1/96 inch, and none is made bigger. */
const maximum = { largeur: 62, hauteur: 30 } as const
const millimetresParPixel = 25.4 / 96

/** The pictures of one document: each is stored once, however many pages show it. */
export class Images {
  readonly #relations = new Map<string, { id: string; image: ImageLue } | null>()
  #vues = 0

  /** The run that shows an image, null when it cannot be read. */
  run(source: string, texte: string): string | null {
    if (!this.#relations.has(source)) {
      const image = lireImage(source)
      this.#relations.set(source, image && { id: `rIdImage${this.#relations.size + 1}`, image })
    }
    const connue = this.#relations.get(source)
    if (connue === undefined || connue === null) return null
    this.#vues += 1
    return dessin(connue.id, this.#vues, texte, connue.image)
  }

  /** What the document's relationships and its archive hold for them. */
  parties(): { id: string; cible: string; partie: PartieZip }[] {
    return [...this.#relations.values()]
      .filter((connue) => connue !== null)
      .map(({ id, image }) => {
        const cible = `media/${id}.${image.extension}`
        return { id, cible, partie: partieStockee(`word/${cible}`, image.octets) }
      })
  }
}

/** Points of the drawing itself (`a:`, `pic:`) are those of ECMA-376, § 20.1 and 20.2. */
function dessin(relation: string, numero: number, texte: string, { largeur, hauteur }: ImageLue): string {
  const echelle = Math.min(millimetresParPixel, maximum.largeur / largeur, maximum.hauteur / hauteur)
  const [cx, cy] = [emu(largeur * echelle), emu(hauteur * echelle)]
  const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006'
  const nom = `name="Image ${numero}" descr="${escapeXml(texte)}"`
  return [
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">',
    `<wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${numero}" ${nom}/>`,
    `<a:graphic xmlns:a="${drawingml}/main"><a:graphicData uri="${drawingml}/picture">`,
    `<pic:pic xmlns:pic="${drawingml}/picture"><pic:nvPicPr><pic:cNvPr id="${numero}" ${nom}/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>`,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('')
}
