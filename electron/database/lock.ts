import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { hostname, uptime, userInfo } from 'node:os'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/app-error'

/** A lock that has not been refreshed for this long is a left-over. */
const staleAfterMs = 5 * 60_000
const refreshEveryMs = 60_000

const holder = z.object({ pid: z.number(), poste: z.string(), utilisateur: z.string(), depuisAt: z.string() })
type Holder = z.infer<typeof holder>

export interface Lock {
  release: () => void
}

/** Takes `<registre>.verrou`, beside the file; refuses with who has it, takes over a dead process's. */
export function acquireLock(chemin: string, at: string): Lock {
  const lockPath = `${chemin}.verrou`
  const me: Holder = { pid: process.pid, poste: hostname(), utilisateur: userInfo().username, depuisAt: at }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (writeExclusively(lockPath, me, chemin)) return heldLock(lockPath)
    const other = readHolder(lockPath)
    if (other && isAlive(other, lockPath)) throw refusal(chemin, other)
    rmSync(lockPath, { force: true })
  }
  throw new AppError(
    'conflict',
    `Le registre « ${basename(chemin)} » est en train d’être ouvert ailleurs. Réessayez dans un instant.`,
  )
}

function heldLock(lockPath: string): Lock {
  const timer = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(lockPath, now, now)
    } catch {
      // The folder vanished (unplugged key): the next write to the register says so better than a lock could.
    }
  }, refreshEveryMs)
  timer.unref()
  return {
    release: () => {
      clearInterval(timer)
      rmSync(lockPath, { force: true })
    },
  }
}

function writeExclusively(lockPath: string, me: Holder, chemin: string): boolean {
  try {
    const handle = openSync(lockPath, 'wx')
    writeSync(handle, JSON.stringify(me))
    closeSync(handle)
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return false
    throw folderFailure(chemin, code, error)
  }
}

function folderFailure(chemin: string, code: string | undefined, cause: unknown): AppError {
  const dossier = dirname(chemin)
  if (code === 'ENOENT') return new AppError('notFound', `Le dossier « ${dossier} » n’existe pas.`, { cause })
  if (code === 'ENOSPC') {
    return new AppError(
      'unavailable',
      `Le disque est plein : « ${basename(chemin)} » ne peut pas être ouvert en écriture dans « ${dossier} ». Libérez de la place, puis réessayez.`,
      { cause },
    )
  }
  return new AppError(
    'unavailable',
    `Le dossier « ${dossier} » est protégé en écriture : le registre « ${basename(chemin)} » ne peut pas y être ouvert. Rien n’a été modifié ; copiez-le dans un dossier à vous.`,
    { cause },
  )
}

function readHolder(lockPath: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(lockPath, 'utf8')))
  } catch {
    return null
  }
}

function isAlive(other: Holder, lockPath: string): boolean {
  const refreshedAtMs = modifiedAtMs(lockPath)
  if (Date.now() - refreshedAtMs >= staleAfterMs) return false
  if (other.poste !== hostname()) return true
  // After a power cut, the number of the dead process is soon another's.
  return refreshedAtMs >= Date.now() - uptime() * 1000 && isRunning(other.pid)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isDefunct(pid)
}

/** On Linux, a process that ended keeps its number until its parent takes notice. */
function isDefunct(pid: number): boolean {
  try {
    return process.platform === 'linux' && /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

function modifiedAtMs(lockPath: string): number {
  try {
    return statSync(lockPath).mtimeMs
  } catch {
    return 0
  }
}

function refusal(chemin: string, other: Holder): AppError {
  const where = other.poste === hostname() ? 'sur cet ordinateur' : `sur l’ordinateur « ${other.poste} »`
  return new AppError(
    'conflict',
    `Le registre « ${basename(chemin)} » est déjà ouvert par ${other.utilisateur} ${where}. Fermez-le là-bas, puis réessayez ; rien n’a été modifié.`,
  )
}
