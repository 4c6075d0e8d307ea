import { closeSync, openSync, readSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '../../shared/app-error'

/** 'MLDS' in ASCII: how a register is told from any other SQLite file. */
export const applicationId = 0x4d4c4453

/** Reads the file's first 100 bytes without SQLite: a doubtful file is told apart before anything can touch it. */
export function inspectHeader(chemin: string, supportedVersion: number): { size: number; version: number } {
  const nom = basename(chemin)
  const size = sizeOf(chemin)
  if (size === 0)
    throw new AppError(
      'unavailable',
      `Le fichier « ${nom} » est vide (0 octet) : ce n’est pas un registre. Il n’a pas été modifié.`,
    )
  const header = readStart(chemin, 100)
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    const raison = /\.mlds$/i.test(nom) ? ', malgré son nom' : ' : le nom d’un registre finit par .mlds'
    throw new AppError('invalid', `Le fichier « ${nom} » n’est pas un registre MLDS${raison}. Il n’a pas été modifié.`)
  }
  if (header.readInt32BE(68) !== applicationId) {
    throw new AppError(
      'invalid',
      `Le fichier « ${nom} » est une base d’un autre logiciel, pas un registre MLDS. Il n’a pas été modifié.`,
    )
  }
  const version = header.readInt32BE(60)
  if (version > supportedVersion) {
    throw new AppError(
      'conflict',
      `Le registre « ${nom} » a été écrit par une version plus récente du logiciel (format ${String(version)}, cette version lit jusqu’au format ${String(supportedVersion)}). Installez la version récente pour l’ouvrir ; il n’a pas été modifié.`,
    )
  }
  refuseTruncated(header, size, nom)
  return { size, version }
}

function refuseTruncated(header: Buffer, size: number, nom: string): void {
  const rawPageSize = header.readUInt16BE(16)
  const pageSize = rawPageSize === 1 ? 65536 : rawPageSize
  const pageCount = header.readUInt32BE(28)
  const countIsCurrent = header.readUInt32BE(24) === header.readUInt32BE(92)
  if (countIsCurrent && size < pageCount * pageSize) {
    throw new AppError(
      'unavailable',
      `Le registre « ${nom} » est tronqué : il manque la fin du fichier (copie interrompue ?). Il n’a pas été modifié : refaites la copie, ou ouvrez une sauvegarde.`,
    )
  }
}

function sizeOf(chemin: string): number {
  try {
    const stats = statSync(chemin)
    if (!stats.isFile()) throw new AppError('invalid', `« ${basename(chemin)} » est un dossier, pas un registre.`)
    return stats.size
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(
      'notFound',
      `Le registre « ${basename(chemin)} » n’existe pas à cet endroit : ${dirname(chemin)}.`,
      { cause: error },
    )
  }
}

function readStart(chemin: string, length: number): Buffer {
  let handle: number
  try {
    handle = openSync(chemin, 'r')
  } catch (error) {
    throw new AppError(
      'unavailable',
      `Le fichier « ${basename(chemin)} » n’a pas pu être lu : vous n’en avez pas le droit, ou un autre programme le retient.`,
      { cause: error },
    )
  }
  try {
    const buffer = Buffer.alloc(length)
    return buffer.subarray(0, readSync(handle, buffer, 0, length, 0))
  } finally {
    closeSync(handle)
  }
}

/** Magic numbers of statfs(2) for network file systems: NFS, CIFS, SMB, SMB2. */
const networkFileSystems = new Set([0x6969, 0xff534d42, 0x517b, 0xfe534d42])

/** SQLite's write-ahead log is unsafe on a network share: refuse there rather than corrupt later. */
export function refuseNetworkFolder(chemin: string): void {
  if (/^[\\/]{2}[^\\/]/.test(chemin) || isNetworkMount(dirname(chemin))) {
    throw new AppError(
      'unavailable',
      `« ${basename(chemin)} » est sur un lecteur réseau : un registre ne peut y être ouvert sans risque. Copiez-le sur le disque de cet ordinateur, puis ouvrez la copie.`,
    )
  }
}

function isNetworkMount(dossier: string): boolean {
  try {
    return networkFileSystems.has(statfsSync(dossier).type >>> 0)
  } catch {
    return false
  }
}
