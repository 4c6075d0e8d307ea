import type { Database } from '../database/tables'
import type { Progress } from '../../shared/ipc'
import type { EtapeEnCours } from '../database/journal/etape-en-cours'
import type { Files } from './files'
import type { Recents } from './recents'
import type { Session } from './session'
import type { Shell } from './shell'

/** What a handler works with. Clock and identifiers are values: tests are deterministic without mocks. */
export interface Context {
  /** The open register; reading it while none is open fails with a sentence. */
  readonly db: Database
  readonly session: Session
  /** Instant, ISO UTC. */
  now: () => string
  /** Calendar day of this computer, `AAAA-MM-JJ`. */
  today: () => string
  newId: () => string
  files: Files
  recents: Recents
  shell: Shell
  log: (message: string, detail?: unknown) => void
  /** Absolute path of the shipped, read-only `resources/` folder. */
  resources: string
  /** Reports how far a long operation is. */
  progress: (progress: Progress) => void
  /** Aborted when the caller cancels. */
  signal: AbortSignal
  /** Day at whose end the register is read; absent for the present. */
  auJour?: string
  /** What this command tells of its step of the journal: a handler may give a better sentence, or the name of the file read. */
  etape: Pick<EtapeEnCours, 'phrase' | 'source'>
}

/** The part of the context that lasts as long as the process; the rest belongs to one call. */
export type ProcessContext = Omit<Context, 'db' | 'progress' | 'signal' | 'auJour' | 'etape'>
