import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { emblemeDePage, emblemeEmf, etoiles, tailleEmbleme } from '../../../electron/documents/embleme-europeen'

const decode = (url: string): string => Buffer.from(url.split(',')[1] ?? '', 'base64').toString()

describe('l’emblème de l’Union européenne', () => {
  it('a douze étoiles droites, aux heures d’un cadran, aux proportions du guide', () => {
    const hauteur = 36
    const toutes = etoiles(hauteur)
    expect(toutes).toHaveLength(12)
    for (const [heure, points] of toutes.entries()) {
      const centre = {
        x: points.filter((_point, rang) => rang % 2 === 0).reduce((somme, { x }) => somme + x, 0) / 5,
        y: points.filter((_point, rang) => rang % 2 === 0).reduce((somme, { y }) => somme + y, 0) / 5,
      }
      const angle = (2 * Math.PI * heure) / 12
      expect(centre.x).toBeCloseTo(27 + 12 * Math.sin(angle), 6)
      expect(centre.y).toBeCloseTo(18 - 12 * Math.cos(angle), 6)
      // A point straight up, at an eighteenth of the height from the middle of the star.
      expect(points[0]?.x).toBeCloseTo(centre.x, 6)
      expect(points[0]?.y).toBeCloseTo(centre.y - 2, 6)
      // A regular star: its first arm lies on the line of its two lower shoulders.
      expect(points[1]?.y).toBeCloseTo(points[9]?.y ?? 0, 6)
      expect(points[1]?.y).toBeCloseTo(points[2]?.y ?? 0, 6)
    }
  })

  it('a les couleurs officielles, en deux sur trois, dans la page', () => {
    const page = emblemeDePage()
    const svg = decode(page.etoiles)
    expect(svg).toContain('viewBox="0 0 54 36"')
    expect(svg.match(/#[\da-f]{6}/gu)).toEqual(['#ffcc00'])
    expect(svg.match(/M/gu)).toHaveLength(12)
    const png = Buffer.from(page.champ.split(',')[1] ?? '', 'base64')
    const donnees = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8)
    expect([...inflateSync(donnees)]).toEqual([0, 0, 51, 153])
    expect(tailleEmbleme.largeur / tailleEmbleme.hauteur).toBe(1.5)
  })

  it('est un métafichier entier pour Word : signature, taille, nombre d’enregistrements, fin', () => {
    const emf = emblemeEmf()
    expect(emf.readUInt32LE(0)).toBe(1)
    expect(emf.toString('latin1', 40, 44)).toBe(' EMF')
    expect(emf.readUInt32LE(48)).toBe(emf.length)
    const types: number[] = []
    for (let place = 0; place < emf.length; place += emf.readUInt32LE(place + 4)) types.push(emf.readUInt32LE(place))
    expect(types).toHaveLength(emf.readUInt32LE(52))
    expect(types.filter((type) => type === 86)).toHaveLength(13)
    expect(types.at(-1)).toBe(14)
    // Hundredths of a millimetre.
    expect([emf.readInt32LE(32), emf.readInt32LE(36)]).toEqual([2250, 1500])
  })
})
