import { Buffer } from 'node:buffer'

/** An image taken out of its `data:` URL, with its size in pixels. */
export interface ImageLue {
  octets: Buffer
  extension: 'png' | 'jpeg'
  largeur: number
  hauteur: number
}

/** PNG or JPEG only, told by its bytes; null when it is neither, or when its size cannot be read. */
export function lireImage(source: string): ImageLue | null {
  const base64 = /^data:[^,]*;base64,(.*)$/su.exec(source)?.[1]
  if (base64 === undefined) return null
  const octets = Buffer.from(base64, 'base64')
  const taille = taillePng(octets) ?? tailleJpeg(octets)
  if (taille === null || taille.largeur === 0 || taille.hauteur === 0) return null
  return { octets, ...taille }
}

type Taille = Pick<ImageLue, 'extension' | 'largeur' | 'hauteur'>

/** The IHDR chunk always comes first. */
function taillePng(octets: Buffer): Taille | null {
  if (octets.length < 24 || octets.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1A\n') return null
  return { extension: 'png', largeur: octets.readUInt32BE(16), hauteur: octets.readUInt32BE(20) }
}

/** Segments are skipped up to the start of frame (FFC0 to FFCF, but for C4, C8 and CC), which holds the size. */
function tailleJpeg(octets: Buffer): Taille | null {
  if (octets.length < 4 || octets.readUInt16BE(0) !== 0xffd8) return null
  for (let place = 2; place + 9 <= octets.length; place += 2 + octets.readUInt16BE(place + 2)) {
    const marque = octets.readUInt16BE(place)
    if (marque < 0xff01) return null
    if (marque >= 0xffc0 && marque <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marque))
      return { extension: 'jpeg', largeur: octets.readUInt16BE(place + 7), hauteur: octets.readUInt16BE(place + 5) }
  }
  return null
}
