import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'
import { setZipDates } from './zip-dates'

/** A part ready to be placed in any number of archives: what never changes is compressed once. */
export interface PartieZip {
  nom: string
  donnees: Buffer
  methode: 0 | 8
  taille: number
  somme: number
}

export function partieComprimee(nom: string, contenu: string | Uint8Array): PartieZip {
  const octets = Buffer.from(contenu)
  return { ...partieStockee(nom, octets), donnees: deflateRawSync(octets), methode: 8 }
}

/** As it is: an image is compressed already. */
export function partieStockee(nom: string, octets: Uint8Array): PartieZip {
  return { nom, donnees: Buffer.from(octets), methode: 0, taille: octets.length, somme: crc32(octets) }
}

/** Parts in order → archive: fewer than 65 535 of them, 4 GB at most. The same parts at the same instant give the same bytes. */
export function ecrireZip(parties: readonly PartieZip[], instant: Date): Buffer {
  const debuts = parties.map(champsCommuns)
  const locaux = parties.flatMap(({ donnees }, rang) => [
    signature('PK\x03\x04'),
    debuts[rang] ?? Buffer.alloc(0),
    donnees,
  ])
  let place = 0
  const annuaire = parties.flatMap(({ donnees }, rang) => {
    const debut = debuts[rang] ?? Buffer.alloc(0)
    const fin = Buffer.alloc(14)
    fin.writeUInt32LE(place, 10)
    place += 4 + debut.length + donnees.length
    return [signature('PK\x01\x02\x14\x00'), debut.subarray(0, 26), fin, debut.subarray(26)]
  })
  const zip = Buffer.concat([...locaux, ...annuaire, finDe(annuaire, parties.length, place)])
  setZipDates(zip, instant)
  return zip
}

const signature = (texte: string): Buffer => Buffer.from(texte, 'latin1')

/** From « version needed » to the name: the same in both headers of a part, but for fields between the two. */
function champsCommuns({ nom, donnees, methode, taille, somme }: PartieZip): Buffer {
  const nomEcrit = Buffer.from(nom, 'utf8')
  const champs = Buffer.alloc(26)
  champs.writeUInt16LE(20, 0)
  champs.writeUInt16LE(0x800, 2)
  champs.writeUInt16LE(methode, 4)
  champs.writeUInt32LE(somme, 10)
  champs.writeUInt32LE(donnees.length, 14)
  champs.writeUInt32LE(taille, 18)
  champs.writeUInt16LE(nomEcrit.length, 22)
  return Buffer.concat([champs, nomEcrit])
}

function finDe(annuaire: readonly Buffer[], nombre: number, place: number): Buffer {
  const fin = Buffer.alloc(22)
  fin.write('PK\x05\x06', 'latin1')
  fin.writeUInt16LE(nombre, 8)
  fin.writeUInt16LE(nombre, 10)
  fin.writeUInt32LE(
    annuaire.reduce((total, { length }) => total + length, 0),
    12,
  )
  fin.writeUInt32LE(place, 16)
  return fin
}
