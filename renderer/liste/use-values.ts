import { useMemo } from 'react'
import { valeursDeColonne } from '../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { ContexteDeListe } from '../../shared/liste/demande'
import { useOperation } from '../ipc/use-operation'
import type { CountedValue } from '../ui/table/filter'

/** What the register holds of a column, whatever is filtered: the chips made of it do not move while one filters. */
export function useValues(liste: CleDeListe, contexte: ContexteDeListe, colonne: string): readonly CountedValue[] {
  const { data } = useOperation(valeursDeColonne, { liste, contexte, colonne }, { keepPrevious: true })
  return useMemo(() => (data?.valeurs ?? []).map(({ valeur, nombre }) => ({ value: valeur, count: nombre })), [data])
}
