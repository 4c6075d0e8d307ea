import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ErrorReply } from '../../shared/app-error'
import { AppError } from '../../shared/app-error'
import type { LimitesClasseur } from './xlsx-limits'
import { limitesClasseur } from './xlsx-limits'
import type { ClasseurLu, ReadingProgress } from './xlsx-parse'
import { parseXlsx } from './xlsx-parse'
import { refused } from './zip-guard'

export type { LimitesClasseur } from './xlsx-limits'
export type { ClasseurLu } from './xlsx-parse'

type ReponseDuLecteur = { ok: true; classeur: ClasseurLu } | { ok: false; error: ErrorReply }
/** What the reading thread says: how far it is, then its answer. */
export type MessageDuLecteur = ReponseDuLecteur | { fait: number; total: number }

export interface OptionsDeLecture {
  /** Name shown in the sentences of errors. */
  nom?: string
  /** Rejects with its reason, at once: the thread is ended. */
  signal?: AbortSignal | undefined
  limites?: Partial<LimitesClasseur>
  onProgress?: ReadingProgress | undefined
}

/**
 * Workbook (.xlsx) → plain data: every cell that holds something, by sheet and row; formulas are never evaluated.
 *
 * Parsed in a thread with bounded memory and time, so a hostile file takes down neither the process nor the queue.
 * Throws `invalid` with a French sentence: not a workbook, password, macros, bomb, damaged, too big, too slow.
 */
export async function readXlsx(bytes: Uint8Array, options: OptionsDeLecture = {}): Promise<ClasseurLu> {
  const nom = options.nom ?? ''
  const limites = { ...limitesClasseur, ...options.limites }
  options.signal?.throwIfAborted()
  const { onProgress } = options
  if (bytes.length > limites.octets) return parseXlsx(bytes, nom, limites)
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(tooSlow(nom, limites)), limites.dureeMs)
  const signal = options.signal ? AbortSignal.any([options.signal, deadline.signal]) : deadline.signal
  try {
    const worker = workerUrl()
    return worker
      ? await inThread(worker, { bytes, nom, limites }, signal, onProgress)
      : await parseXlsx(bytes, nom, limites, { signal, onProgress })
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The compiled thread, beside this module or above its chunk (build/vite/electron.config.ts, entry `xlsx-worker`).
 * From the sources there is none: the same function then runs in this thread.
 */
function workerUrl(): URL | undefined {
  return ['./xlsx-worker.js', '../xlsx-worker.js']
    .map((name) => new URL(name, import.meta.url))
    .find((url) => existsSync(fileURLToPath(url)))
}

function inThread(
  url: URL,
  workerData: { bytes: Uint8Array; nom: string; limites: LimitesClasseur },
  signal: AbortSignal,
  onProgress: ReadingProgress | undefined,
): Promise<ClasseurLu> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: workerData.limites.memoireMo },
    })
    const finish = (settle: () => void) => {
      signal.removeEventListener('abort', abort)
      void worker.terminate()
      settle()
    }
    const abort = () => finish(() => reject(signal.reason as Error))
    signal.addEventListener('abort', abort)
    worker.on('message', (message: MessageDuLecteur) => {
      if ('fait' in message) return onProgress?.(message.fait, message.total)
      finish(() => (message.ok ? resolve(message.classeur) : reject(AppError.fromReply(message.error))))
    })
    worker.on('error', (error) => finish(() => reject(crashed(workerData.nom, error))))
    worker.on('exit', () => finish(() => reject(crashed(workerData.nom, undefined))))
  })
}

function crashed(nom: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return refused(nom, 'demande trop de mémoire pour être lu.', error)
  return new AppError('unexpected', 'La lecture du classeur s’est arrêtée. Rien n’a été importé.', { cause: error })
}

function tooSlow(nom: string, limites: LimitesClasseur): AppError {
  return refused(
    nom,
    `n’a pas pu être lu en ${Math.round(limites.dureeMs / 1000)} secondes : il est trop grand ou piégé.`,
  )
}
