import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

/** One part of an archive written by hand, so that a test can make it lie. */
export interface PartieZip {
  nom: string
  contenu: string | Buffer
  /** Declared instead of the real size. */
  tailleDeclaree?: number
  /** Already compressed bytes, whose size and sum are then those of `contenu`. */
  comprime?: Buffer
  chiffre?: boolean
  crc?: number
  /** Points at the data of this part (its rank) instead of its own. */
  memeDonneesQue?: number
}

/** Parts → ZIP archive, deflated. */
export function zip(parties: readonly PartieZip[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const partie of parties) {
    const contenu = Buffer.from(partie.contenu)
    const data = partie.comprime ?? deflateRawSync(contenu)
    const name = Buffer.from(partie.nom, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((partie.chiffre ? 1 : 0) | 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(partie.crc ?? crc32(contenu), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(partie.tailleDeclaree ?? contenu.length, 18)
    common.writeUInt16LE(name.length, 22)
    const at = partie.memeDonneesQue === undefined ? offset : (offsets[partie.memeDonneesQue] ?? 0)
    offsets.push(at)
    if (partie.memeDonneesQue === undefined) {
      locals.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, data)
      offset += 30 + name.length + data.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    centrals.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name)
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parties.length, 8)
  end.writeUInt16LE(parties.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
