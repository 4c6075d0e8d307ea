import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { AppError } from '../../shared/app-error'

/** What an archive received from outside may not exceed. Sizes in bytes. */
export interface LimitesArchive {
  octets: number
  entrees: number
  octetsDecompresses: number
  /** Uncompressed ÷ compressed, for entries above 1 MB only: a small XML part compresses very well. */
  ratio: number
}

/** Values of the technical dossier (§ 4.5): no honest workbook comes near them. */
export const limitesArchive: LimitesArchive = {
  octets: 50_000_000,
  entrees: 2_000,
  octetsDecompresses: 200_000_000,
  ratio: 100,
}

/** An archive whose directory was found harmless; its parts are inflated on demand, never beyond the declared size. */
export interface Archive {
  /** Names of the parts, as written. */
  noms: readonly string[]
  /** French sentences: what the workbook holds that is left aside. */
  avertissements: readonly string[]
  has(nom: string): boolean
  /** Bytes of a part once inflated, as its directory declares; 0 when there is none. */
  size(nom: string): number
  /** Inflates one part, found whatever its capitals. Throws `invalid` when it is damaged or longer than declared. */
  read(nom: string): AsyncGenerator<Buffer, void, undefined>
}

/** Sentence of a refused file: which, why, and that nothing was kept of it. */
export function refused(nom: string, raison: string, cause?: unknown): AppError {
  const sujet = nom === '' ? 'Ce fichier' : `« ${nom} »`
  return new AppError('invalid', `${sujet} ${raison} Rien n’a été importé.`, { cause })
}

const damaged = 'est abîmé ou incomplet : enregistrez-le de nouveau depuis le tableur, ou demandez-en une autre copie.'
const oversized = 'est anormalement comprimé : une fois ouvert, il dépasserait la taille permise.'

/**
 * Opens a workbook's ZIP and checks its directory before anything is inflated.
 * Throws `invalid`, with the reason in French, for what is not a plain .xlsx or could be a bomb.
 */
export async function openArchive(
  bytes: Uint8Array,
  nom = '',
  limites: LimitesArchive = limitesArchive,
): Promise<Archive> {
  checkSignature(bytes, nom, limites)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false })
    if (zip.entryCount > limites.entrees) {
      throw refused(nom, `contient ${zip.entryCount} parties, ce qu’aucun classeur ordinaire n’a.`)
    }
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) {
      const key = entry.fileName.toLowerCase()
      if (entries.has(key)) throw refused(nom, `contient deux fois la même partie (${entry.fileName}).`)
      entries.set(key, entry)
    }
    checkEntries([...entries.values()], bytes.length, nom, limites)
    return archiveOf(zip, entries, nom)
  } catch (error) {
    throw translated(error, nom)
  }
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, nom: string): Archive {
  const noms = [...entries.values()].map((entry) => entry.fileName)
  return {
    noms,
    avertissements: warnings(noms),
    has: (part) => entries.has(part.toLowerCase()),
    size: (part) => entries.get(part.toLowerCase())?.uncompressedSize ?? 0,
    read: (part) => {
      const entry = entries.get(part.toLowerCase())
      if (!entry) throw refused(nom, damaged)
      return inflate(zip, entry, nom)
    },
  }
}

/** yauzl stops the stream at the declared size, which `checkEntries` bounded: a lying entry ends in an error, not in memory. */
async function* inflate(zip: ZipFile, entry: Entry, nom: string): AsyncGenerator<Buffer, void, undefined> {
  try {
    let sum = 0
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      const data = chunk as Buffer
      sum = crc32(data, sum)
      yield data
    }
    if (sum !== entry.crc32) throw refused(nom, damaged)
  } catch (error) {
    throw translated(error, nom)
  }
}

function checkSignature(bytes: Uint8Array, nom: string, limites: LimitesArchive): void {
  if (bytes.length === 0) throw refused(nom, 'est vide.')
  if (bytes.length > limites.octets) {
    const megabytes = (size: number) => Math.ceil(size / 1_000_000).toLocaleString('fr-FR')
    throw refused(nom, `pèse ${megabytes(bytes.length)} Mo ; la limite est de ${megabytes(limites.octets)} Mo.`)
  }
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (head === 'd0cf11e0a1b11ae1') throw refused(nom, compoundReason(bytes))
  if (!head.startsWith('504b0304')) {
    throw refused(
      nom,
      'n’est pas un classeur Excel (.xlsx), malgré son nom : ouvrez-le dans le tableur et enregistrez-le au format « Classeur Excel (.xlsx) ».',
    )
  }
}

/** A compound file (OLE) is an encrypted .xlsx when it holds the EncryptedPackage stream, else an Excel 97–2003 workbook. */
function compoundReason(bytes: Uint8Array): string {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
    ? 'est protégé par un mot de passe : ouvrez-le dans Excel, retirez le mot de passe (Fichier, Informations, Protéger le classeur), enregistrez-le et recommencez.'
    : 'est à l’ancien format d’Excel (.xls) : enregistrez-le au format « Classeur Excel (.xlsx) » et recommencez.'
}

function checkEntries(entries: readonly Entry[], fileSize: number, nom: string, limites: LimitesArchive): void {
  let declared = 0
  for (const entry of entries) {
    if (entry.isEncrypted()) throw refused(nom, 'est protégé par un mot de passe : retirez-le et recommencez.')
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw refused(nom, damaged)
    declared += entry.uncompressedSize
    const bomb = entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > entry.compressedSize * limites.ratio
    if (bomb || declared > limites.octetsDecompresses) throw refused(nom, oversized)
    if (/(^|\/)vbaproject\.bin$/i.test(entry.fileName)) {
      throw refused(
        nom,
        'contient des macros : enregistrez-le au format « Classeur Excel (.xlsx) », sans macros, et recommencez.',
      )
    }
  }
  checkOverlap(entries, fileSize, nom)
}

/** Entries that share their compressed bytes are the trick of the densest bombs (Fifield, 2019). */
function checkOverlap(entries: readonly Entry[], fileSize: number, nom: string): void {
  const sorted = entries.toSorted((left, right) => left.relativeOffsetOfLocalHeader - right.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of sorted) {
    if (entry.relativeOffsetOfLocalHeader < end) throw refused(nom, oversized)
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize
  }
  if (end > fileSize) throw refused(nom, damaged)
}

function warnings(noms: readonly string[]): string[] {
  const found: string[] = []
  if (noms.some((name) => /(^|\/)externallinks\//i.test(name))) {
    found.push(
      'Ce classeur renvoie à d’autres classeurs : ces liens n’ont pas été suivis, seules leurs dernières valeurs enregistrées ont été lues.',
    )
  }
  if (noms.some((name) => /(^|\/)(embeddings|activex)\/|oleobject/i.test(name))) {
    found.push('Ce classeur contient des objets incorporés (documents, boutons) : ils ont été laissés de côté.')
  }
  return found
}

/** yauzl refuses absolute paths and '..' by itself, with these words. */
function translated(error: unknown, nom: string): unknown {
  if (error instanceof AppError || (error instanceof Error && error.name === 'AbortError')) return error
  const message = error instanceof Error ? error.message : ''
  if (/relative path|absolute path|invalid characters/.test(message)) {
    return refused(nom, 'contient une partie dont le nom sort de l’archive, ce que fait un fichier piégé.', error)
  }
  if (/too many bytes/.test(message)) return refused(nom, oversized, error)
  return refused(nom, damaged, error)
}
