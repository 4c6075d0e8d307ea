import type { LimitesArchive } from './zip-guard'
import { limitesArchive } from './zip-guard'

/** How big a workbook received from outside may be, once read. */
export interface LimitesClasseur extends LimitesArchive {
  /** Rows holding something, per sheet. */
  lignes: number
  /** Furthest column holding something. */
  colonnes: number
  /** Cells holding something and characters of text, in the whole workbook. */
  cellules: number
  caracteres: number
  dureeMs: number
  /** Heap of the reader's thread, in MB. */
  memoireMo: number
}

export const limitesClasseur: LimitesClasseur = {
  ...limitesArchive,
  lignes: 100_000,
  colonnes: 1_000,
  cellules: 1_000_000,
  caracteres: 50_000_000,
  dureeMs: 30_000,
  memoireMo: 512,
}
