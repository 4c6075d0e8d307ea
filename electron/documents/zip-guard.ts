import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { AppError } from '../../shared/app-error'
import { classeurExcel, type EspeceDArchive } from './zip-especes'

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
  /** French sentences: what a workbook holds that is left aside. */
  avertissements: readonly string[]
  has(nom: string): boolean
  /** Bytes of a part once inflated, as its directory declares; 0 when there is none. */
  size(nom: string): number
  /** Inflates one part, found whatever its capitals. Throws `invalid` when it is damaged or longer than declared. */
  read(nom: string): AsyncGenerator<Buffer, void, undefined>
}

/** Sentence of a refused file: which, why, and what becomes of what was there. */
export function refused(nom: string, raison: string, cause?: unknown, { suite } = classeurExcel): AppError {
  const sujet = nom === '' ? 'Ce fichier' : `« ${nom} »`
  return new AppError('invalid', `${sujet} ${raison} ${suite}`, { cause })
}

const oversized = 'est anormalement comprimé : une fois ouvert, il dépasserait la taille permise.'

/** How a file of this kind is refused. */
interface Garde {
  nom: string
  espece: EspeceDArchive
  refuse: (raison: string, cause?: unknown) => AppError
}

/**
 * Opens an office document's ZIP and checks its directory before anything is inflated.
 * Throws `invalid`, with the reason in French, for what is not a plain .xlsx (or .docx) or could be a bomb.
 */
export async function openArchive(
  bytes: Uint8Array,
  nom = '',
  limites: LimitesArchive = limitesArchive,
  espece: EspeceDArchive = classeurExcel,
): Promise<Archive> {
  const garde: Garde = { nom, espece, refuse: (raison, cause) => refused(nom, raison, cause, espece) }
  checkSignature(bytes, garde, limites)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false })
    if (zip.entryCount > limites.entrees) {
      throw garde.refuse(`contient ${zip.entryCount} parties, ${espece.ordinaire}.`)
    }
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) {
      const key = entry.fileName.toLowerCase()
      if (entries.has(key)) throw garde.refuse(`contient deux fois la même partie (${entry.fileName}).`)
      entries.set(key, entry)
    }
    checkEntries([...entries.values()], bytes.length, garde, limites)
    return archiveOf(zip, entries, garde)
  } catch (error) {
    throw translated(error, garde)
  }
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, garde: Garde): Archive {
  const noms = [...entries.values()].map((entry) => entry.fileName)
  return {
    noms,
    avertissements: warnings(noms),
    has: (part) => entries.has(part.toLowerCase()),
    size: (part) => entries.get(part.toLowerCase())?.uncompressedSize ?? 0,
    read: (part) => {
      const entry = entries.get(part.toLowerCase())
      if (!entry) throw garde.refuse(garde.espece.abime)
      return inflate(zip, entry, garde)
    },
  }
}

/** yauzl stops the stream at the declared size, which `checkEntries` bounded: a lying entry ends in an error, not in memory. */
async function* inflate(zip: ZipFile, entry: Entry, garde: Garde): AsyncGenerator<Buffer, void, undefined> {
  try {
    let sum = 0
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      const data = chunk as Buffer
      sum = crc32(data, sum)
      yield data
    }
    if (sum !== entry.crc32) throw garde.refuse(garde.espece.abime)
  } catch (error) {
    throw translated(error, garde)
  }
}

function checkSignature(bytes: Uint8Array, garde: Garde, limites: LimitesArchive): void {
  if (bytes.length === 0) throw garde.refuse('est vide.')
  if (bytes.length > limites.octets) {
    const megabytes = (size: number) => Math.ceil(size / 1_000_000).toLocaleString('fr-FR')
    throw garde.refuse(`pèse ${megabytes(bytes.length)} Mo ; la limite est de ${megabytes(limites.octets)} Mo.`)
  }
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (head === 'd0cf11e0a1b11ae1') throw garde.refuse(compoundReason(bytes, garde.espece))
  if (!head.startsWith('504b0304')) {
    const { autreChose, extension } = garde.espece
    const malgre = garde.nom.toLowerCase().endsWith(extension) ? ', malgré son nom' : ''
    throw garde.refuse(`${autreChose.pas}${malgre} : ${autreChose.faire}.`)
  }
}

/** A compound file (OLE) is an encrypted document when it holds the EncryptedPackage stream, else one of before 2007. */
function compoundReason(bytes: Uint8Array, { motDePasse, ancienFormat }: EspeceDArchive): string {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name) ? motDePasse : ancienFormat
}

function checkEntries(entries: readonly Entry[], fileSize: number, garde: Garde, limites: LimitesArchive): void {
  let declared = 0
  for (const entry of entries) {
    if (entry.isEncrypted()) throw garde.refuse('est protégé par un mot de passe : retirez-le et recommencez.')
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw garde.refuse(garde.espece.abime)
    declared += entry.uncompressedSize
    const bomb = entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > entry.compressedSize * limites.ratio
    if (bomb || declared > limites.octetsDecompresses) throw garde.refuse(oversized)
    if (/(^|\/)vbaproject\.bin$/i.test(entry.fileName)) {
      throw garde.refuse(garde.espece.macros)
    }
  }
  checkOverlap(entries, fileSize, garde)
}

/** Entries that share their compressed bytes are the trick of the densest bombs (Fifield, 2019). */
function checkOverlap(entries: readonly Entry[], fileSize: number, garde: Garde): void {
  const sorted = entries.toSorted((left, right) => left.relativeOffsetOfLocalHeader - right.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of sorted) {
    if (entry.relativeOffsetOfLocalHeader < end) throw garde.refuse(oversized)
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize
  }
  if (end > fileSize) throw garde.refuse(garde.espece.abime)
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
function translated(error: unknown, garde: Garde): unknown {
  if (error instanceof AppError || (error instanceof Error && error.name === 'AbortError')) return error
  const message = error instanceof Error ? error.message : ''
  if (/relative path|absolute path|invalid characters/.test(message)) {
    return garde.refuse('contient une partie dont le nom sort de l’archive, ce que fait un fichier piégé.', error)
  }
  if (/too many bytes/.test(message)) return garde.refuse(oversized, error)
  return garde.refuse(garde.espece.abime, error)
}
