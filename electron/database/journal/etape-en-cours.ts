import { AsyncLocalStorage } from 'node:async_hooks'

export type NatureEtape = 'normale' | 'annulation' | 'retablissement' | 'exterieure' | 'allegement'

/** What a step changed, counted by table: enough to write its sentence. */
export interface ResumeEtape {
  table: string
  creees: number
  modifiees: number
  supprimees: number
  /** Identifiers of the first records, and the columns that changed in them. */
  premieres: { id: string; colonnes: string[]; avant: string | null }[]
}

/** What the command in progress says of its step; whatever it writes is journalled under it. */
export interface EtapeEnCours {
  operation: string
  nature: NatureEtape
  cibleSeq: number | null
  /** A sentence that the handler knows better than what can be told from the changes. */
  phrase: string | null
  /** Name of the file that an import read. */
  source?: string | null
  /** Writes the sentence from what changed. */
  composer: (resume: readonly ResumeEtape[]) => string
  now: () => string
  /** The step already sealed for this command: a second transaction continues it. */
  scellee: { seq: number; empreinte: Buffer } | null
}

const enCours = new AsyncLocalStorage<EtapeEnCours>()

/** Runs a command as one step: its transactions find the description by their asynchronous context, not by a global. */
export const dansEtape = <T>(etape: EtapeEnCours, run: () => Promise<T>): Promise<T> => enCours.run(etape, run)

export const etapeEnCours = (): EtapeEnCours | undefined => enCours.getStore()
