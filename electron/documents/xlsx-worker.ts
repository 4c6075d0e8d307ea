import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../shared/app-error'
import type { LimitesClasseur } from './xlsx-limits'
import { parseXlsx } from './xlsx-parse'
import type { MessageDuLecteur } from './xlsx-reader'

/** Entry of the reader's thread: one workbook, one answer. Its memory is bounded by the thread's resourceLimits. */
const { bytes, nom, limites } = workerData as { bytes: Uint8Array; nom: string; limites: LimitesClasseur }

function reply(reponse: MessageDuLecteur): void {
  parentPort?.postMessage(reponse)
}

parseXlsx(bytes, nom, limites, { onProgress: (fait, total) => reply({ fait, total }) }).then(
  (classeur) => reply({ ok: true, classeur }),
  (error: unknown) => {
    if (!(error instanceof AppError)) throw error
    reply({ ok: false, error: error.toReply() })
  },
)
