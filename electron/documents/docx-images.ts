import type { Buffer } from 'node:buffer'
import { emblemeEmf, tailleEmbleme, texteEmbleme } from './embleme-europeen'
import { emu } from './docx-mesures'
import { escapeXml } from './docx-text'
import { type ImageLue, lireImage } from './image-size'
import { type PartieZip, partieStockee } from './zip-writer'

/** Greatest size of a logo on paper, in millimetres; a pixel is 1/96 inch, and none is made bigger. */
const maximum = { largeur: 62, hauteur: 30 } as const
const millimetresParPixel = 25.4 / 96

/** A picture as the document keeps it, with its size on paper in millimetres. */
interface ImageDuDocument {
  id: string
  octets: Buffer
  extension: ImageLue['extension'] | 'emf'
  largeur: number
  hauteur: number
}

/** The pictures of one document: each is stored once, however many pages show it. */
export class Images {
  readonly #connues = new Map<string, ImageDuDocument | null>()
  #vues = 0

  /** The run that shows an image given as a `data:` URL, null when it cannot be read. */
  run(source: string, texte: string): string | null {
    const image = this.#une(source, () => {
      const lue = lireImage(source)
      return lue && { ...lue, ...surPapier(lue) }
    })
    return image && this.#montrer(image, texte)
  }

  /** The run that shows the emblem of the European Union. */
  embleme(): string {
    const image = this.#une('embleme', () => ({ octets: emblemeEmf(), extension: 'emf', ...tailleEmbleme }))
    return image === null ? '' : this.#montrer(image, texteEmbleme)
  }

  /** What the document's relationships and its archive hold for them. */
  parties(): { id: string; cible: string; partie: PartieZip }[] {
    return [...this.#connues.values()]
      .filter((connue) => connue !== null)
      .map(({ id, octets, extension }) => {
        const cible = `media/${id}.${extension}`
        return { id, cible, partie: partieStockee(`word/${cible}`, octets) }
      })
  }

  #une(cle: string, lire: () => Omit<ImageDuDocument, 'id'> | null): ImageDuDocument | null {
    const connue = this.#connues.get(cle)
    if (connue !== undefined) return connue
    const lue = lire()
    const image = lue && { ...lue, id: `rIdImage${this.#connues.size + 1}` }
    this.#connues.set(cle, image)
    return image
  }

  #montrer({ id, largeur, hauteur }: ImageDuDocument, texte: string): string {
    this.#vues += 1
    return dessin(id, this.#vues, texte, { largeur, hauteur })
  }
}

function surPapier({ largeur, hauteur }: ImageLue): { largeur: number; hauteur: number } {
  const echelle = Math.min(millimetresParPixel, maximum.largeur / largeur, maximum.hauteur / hauteur)
  return { largeur: largeur * echelle, hauteur: hauteur * echelle }
}

/** Points of the drawing itself (`a:`, `pic:`) are those of ECMA-376, § 20.1 and 20.2. */
function dessin(
  relation: string,
  numero: number,
  texte: string,
  { largeur, hauteur }: { largeur: number; hauteur: number },
): string {
  const [cx, cy] = [emu(largeur), emu(hauteur)]
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
