import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ecrireListe } from '../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { ContexteDeListe } from '../../shared/liste/demande'
import { call } from '../ipc/call'
import { refusalSentence } from '../ui/table/cell-input'
import type { WriteCells } from '../ui/table/table-model'
import { rectangleOf } from './block'

/** Writes cells of a list, each ruled like the form of its record; all of them are one step of the journal. */
export function useWriting<Row>(liste: CleDeListe, contexte: ContexteDeListe): WriteCells<Row> {
  const queryClient = useQueryClient()
  return useCallback(
    async (changes, onProgress, signal) => {
      const bloc = rectangleOf(changes)
      const asked = new Set(changes.map(({ key, column }) => `${key} ${column.cle}`))
      const { refus } = await call(
        ecrireListe,
        { liste, contexte, bloc },
        { signal, onProgress: ({ fait, total }) => onProgress(fait, total) },
      )
      await queryClient.invalidateQueries()
      // A cell that only completes the rectangle was not asked for: its refusal says nothing to the user.
      return refus
        .filter(({ id, colonne }) => asked.has(`${id} ${colonne}`))
        .map((cell) => ({ key: cell.id, cle: cell.colonne, message: refusalSentence(cell) }))
    },
    [liste, contexte, queryClient],
  )
}
