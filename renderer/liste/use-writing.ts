import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ecrireListe } from '../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { ContexteDeListe } from '../../shared/liste/demande'
import { call } from '../ipc/call'
import { refusalSentence } from '../ui/table/cell-input'
import type { RefusedCell, WriteCells } from '../ui/table/table-model'
import { sentCell } from './sent-cell'

/** Cells that the register takes in one step of the journal; more of them are several steps. */
const atMost = 20_000

/** Writes cells of a list, each ruled like the form of its record. */
export function useWriting<Row>(liste: CleDeListe, contexte: ContexteDeListe): WriteCells<Row> {
  const queryClient = useQueryClient()
  return useCallback(
    async (changes, onProgress, signal) => {
      const refused: RefusedCell[] = []
      try {
        for (let done = 0; done < changes.length && !signal.aborted; done += atMost) {
          const cellules = changes.slice(done, done + atMost).map(sentCell)
          const { refus } = await call(
            ecrireListe,
            { liste, contexte, bloc: { cellules } },
            { signal, onProgress: ({ fait }) => onProgress(done + fait, changes.length) },
          )
          for (const cell of refus) refused.push({ key: cell.id, cle: cell.colonne, message: refusalSentence(cell) })
        }
      } finally {
        await queryClient.invalidateQueries()
      }
      return refused
    },
    [liste, contexte, queryClient],
  )
}
