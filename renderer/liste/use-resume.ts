import { pageDeListe } from '../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { ContexteDeListe } from '../../shared/liste/demande'
import type { Filtre } from '../../shared/liste/filtre'
import { useOperation } from '../ipc/use-operation'

/** What is counted over a whole list, by name. */
export type Comptes = Readonly<Record<string, Filtre>>

export interface Resume {
  /** Rows in all. */
  readonly ensemble: number
  /** Sums of the columns that have one, over all of them. */
  readonly totaux: Readonly<Record<string, number>>
  readonly comptes: Readonly<Record<string, number>>
}

/** The figures of a whole list, whatever is filtered: for the sentence of its screen. Undefined until they are there. */
export function useResume(liste: CleDeListe, contexte: ContexteDeListe, comptes: Comptes): Resume | undefined {
  const demandes = Object.entries(comptes).map(([cle, filtre]) => ({ cle, filtre, sur: 'ensemble' as const }))
  return useOperation(pageDeListe, { liste, contexte, nombre: 0, comptes: demandes }, { keepPrevious: true }).data
}
