import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { modifierEtablissement } from '../../../shared/domain/etablissement/etablissement.contract'
import { call } from '../../ipc/call'
import { errorSentence } from '../../ui/notice'
import type { RefusedCell, WriteCells } from '../../ui/table/table-model'

/** Columns of the list whose field has another name in the register. */
const champs: Readonly<Record<string, string>> = { ep: 'educationPrioritaire', eleves: 'nombreEleves' }

/** Writes the cells of the list, record by record, by the same rule as the form. */
export function useEcriture(): WriteCells {
  const queryClient = useQueryClient()
  return useCallback(
    async (changes, onProgress, signal) => {
      const refused: RefusedCell[] = []
      for (const [index, { key, cle, valeur }] of changes.entries()) {
        if (signal.aborted) break
        await call(modifierEtablissement, { id: key, champs: { [champs[cle] ?? cle]: valeur } }).catch(
          (error: unknown) => refused.push({ key, cle, message: errorSentence(error).message }),
        )
        onProgress(index + 1, changes.length)
      }
      await queryClient.invalidateQueries()
      return refused
    },
    [queryClient],
  )
}
