import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ecrireListe } from '../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { ContexteDeListe } from '../../shared/liste/demande'
import { call } from '../ipc/call'
import { refusalSentence } from '../ui/table/cell-input'
import type { RefusedCell, WriteCells } from '../ui/table/table-model'
import { sentCell } from './sent-cell'

/** Writes cells of a list, each ruled like the form of its record: one step of the journal, however many they are. */
export function useWriting<Row>(liste: CleDeListe, contexte: ContexteDeListe): WriteCells<Row> {
  const queryClient = useQueryClient()
  return useCallback(
    async (changes, onProgress, signal) => {
      try {
        const { refus } = await call(
          ecrireListe,
          { liste, contexte, bloc: { cellules: changes.map(sentCell) } },
          { signal, onProgress: ({ fait, total }) => onProgress(fait, total) },
        )
        return refus.map((cell): RefusedCell => ({
          key: cell.id,
          cle: cell.colonne,
          message: refusalSentence(cell),
        }))
      } finally {
        await queryClient.invalidateQueries()
      }
    },
    [liste, contexte, queryClient],
  )
}
