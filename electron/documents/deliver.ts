import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../shared/app-error'

/** Where a delivery failed: on the way to the temporary file, or when it takes the place of the target. */
export type EtapeDeLivraison = 'ecriture' | 'remplacement'

/**
 * Writes a document so that the target is either whole or untouched: temporary file beside it, flushed to disk, then
 * renamed over it. Throws `conflict` when another program holds the target, `unavailable` when the folder or the disk
 * refuses; nothing half-written is left in either case.
 */
export async function deliver(cible: string, bytes: Uint8Array): Promise<void> {
  await deliverWith(cible, async (temporaire) => {
    const file = await open(temporaire, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  })
}

/** Like `deliver`, for a document that another tool writes: `write` is given the temporary path. */
export async function deliverWith(cible: string, write: (temporaire: string) => Promise<void>): Promise<void> {
  await refuseDatabase(cible)
  const folder = path.dirname(cible)
  const temporaire = path.join(folder, `.${randomBytes(6).toString('hex')}.tmp`)
  let etape: EtapeDeLivraison = 'ecriture'
  try {
    await write(temporaire)
    etape = 'remplacement'
    if (await isFolder(cible)) throw Object.assign(new Error('target is a folder'), { code: 'EISDIR' })
    await rename(temporaire, cible)
  } catch (error) {
    await rm(temporaire, { force: true }).catch(() => undefined)
    throw deliveryError(error, cible, etape)
  }
  await syncFolder(folder)
}

const databaseMagic = 'SQLite format 3\0'

/** A document never takes the place of a database: the name typed may be that of the user's own register. */
async function refuseDatabase(cible: string): Promise<void> {
  const start = await startOf(cible, databaseMagic.length)
  if (start !== databaseMagic) return
  throw new AppError(
    'conflict',
    `« ${path.basename(cible)} » est un registre : un document ne peut pas prendre sa place. Rien n’a été écrit ; choisissez un autre nom.`,
  )
}

/** The first bytes of a file, as text; empty when there is none to read. */
async function startOf(cible: string, length: number): Promise<string> {
  try {
    const file = await open(cible, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
      return buffer.toString('latin1', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    // Nothing there, or a folder: what follows says so better.
    return ''
  }
}

/** System error → the sentence to show. What is not one of the disk's refusals is given back unchanged. */
export function deliveryError(error: unknown, cible: string, etape: EtapeDeLivraison): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const nom = path.basename(cible)
  const dossier = path.dirname(cible)
  const lost = `« ${nom} » n’a pas été enregistré`
  if (code === 'EISDIR' || code === 'ENOTEMPTY') {
    return new AppError('conflict', `${lost} : un dossier porte déjà ce nom. Choisissez un autre nom.`, {
      cause: error,
    })
  }
  if (code === 'EBUSY' || (etape === 'remplacement' && (code === 'EPERM' || code === 'EACCES'))) {
    return new AppError(
      'conflict',
      `« ${nom} » est ouvert dans un autre programme : fermez-le puis recommencez. Le fichier déjà là n’a pas changé.`,
      { cause: error },
    )
  }
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: 'le disque est plein. Libérez de la place puis recommencez',
    EDQUOT: 'votre espace de stockage est plein. Libérez de la place puis recommencez',
    ENOENT: `le dossier « ${dossier} » n’existe pas`,
    ENOTDIR: `« ${dossier} » n’est pas un dossier`,
    EROFS: `le dossier « ${dossier} » n’accepte pas l’écriture. Choisissez un autre dossier`,
    EACCES: `le dossier « ${dossier} » n’accepte pas l’écriture. Choisissez un autre dossier`,
    EPERM: `le dossier « ${dossier} » n’accepte pas l’écriture. Choisissez un autre dossier`,
    ENAMETOOLONG: 'son nom est trop long. Choisissez un nom plus court',
    EIO: 'le disque ne répond pas',
  }
  const reason = reasons[code]
  return reason === undefined ? error : new AppError('unavailable', `${lost} : ${reason}.`, { cause: error })
}

/** Says at once what `deliver` would after the work: the folder of the target does not exist, or is none. */
export async function refuserDossierAbsent(cible: string): Promise<void> {
  const dossier = await stat(path.dirname(cible)).catch((error: unknown) => {
    throw deliveryError(error, cible, 'ecriture')
  })
  if (!dossier.isDirectory())
    throw deliveryError(Object.assign(new Error('not a folder'), { code: 'ENOTDIR' }), cible, 'ecriture')
}

async function isFolder(cible: string): Promise<boolean> {
  return stat(cible).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Makes the rename itself durable; Windows has no such call and refuses to open a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
