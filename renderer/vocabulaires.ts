import { useMemo } from 'react'
import type { Civilite } from '../shared/domain/agent/agent'
import { accorder } from '../shared/domain/lettre-de-mission/genre'
import type { ListeVocabulaire, Vocabulaire } from '../shared/domain/vocabulaire/vocabulaire'
import { listerVocabulaires } from '../shared/domain/vocabulaire/vocabulaire.contract'
import { useOperation } from './ipc/use-operation'
import { aLEcran } from './ui/format'
import type { Choice } from './ui/form/choice-fields'

const none: readonly Vocabulaire[] = []

/** One of the académie's lists, in its order, inactive terms included. */
export function useTermes(liste: ListeVocabulaire): readonly Vocabulaire[] {
  const { data = none } = useOperation(listerVocabulaires, {})
  return useMemo(() => data.filter((terme) => terme.liste === liste), [data, liste])
}

/** Terms as choices, agreed with the person: those in use, and the one already held even if it no longer is. */
export const choixDe = (
  termes: readonly Vocabulaire[],
  { civilite = 'monsieur', tenu = null }: { civilite?: Civilite | null; tenu?: string | null } = {},
): Choice[] =>
  termes
    .filter(({ id, actif }) => actif === 1 || id === tenu)
    .map((terme) => ({ value: terme.id, label: aLEcran(accorder(terme, civilite)) }))
