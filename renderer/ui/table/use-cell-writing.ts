import { useCallback, useRef, useState } from 'react'
import { errorSentence } from '../notice'
import type { CellChange, DataTableModel, RefusedCell } from './table-model'

/** What a cell shows instead of its value: on its way to the register, or kept as typed because it was refused. */
export interface Overlay {
  readonly texte: string
  /** The rule's sentence; absent while the cell is being written. */
  readonly message?: string
}

export type RowOverlay = ReadonlyMap<string, Overlay>

type Overlays = ReadonlyMap<string, RowOverlay>

function changed(
  overlays: Overlays,
  cells: readonly { key: string; cle: string; overlay: Overlay | undefined }[],
): Overlays {
  const next = new Map(overlays)
  for (const { key, cle, overlay } of cells) {
    const row = new Map(next.get(key))
    if (overlay) row.set(cle, overlay)
    else row.delete(cle)
    if (row.size > 0) next.set(key, row)
    else next.delete(key)
  }
  return next
}

export interface CellWriting<Row> {
  readonly overlays: Overlays
  /** Writes in the order asked; what is refused keeps its text under its sentence. */
  write: (
    changes: readonly CellChange<Row>[],
    onProgress?: (fait: number, total: number) => void,
    signal?: AbortSignal,
  ) => Promise<readonly RefusedCell[]>
  /** Gives the cell its value back. */
  forget: (key: string, cle: string) => void
}

/** Cells on their way: each shows what was typed at once, so that the hand never waits for the register. */
export function useCellWriting<Row>({ onWrite }: DataTableModel<Row>): CellWriting<Row> {
  const [overlays, setOverlays] = useState<Overlays>(new Map())
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const write = useCallback<CellWriting<Row>['write']>(
    (changes, onProgress = () => undefined, signal = new AbortController().signal) => {
      if (!onWrite) return Promise.resolve([])
      setOverlays((current) =>
        changed(
          current,
          changes.map(({ key, column, texte }) => ({ key, cle: column.cle, overlay: { texte } })),
        ),
      )
      const run = async (): Promise<readonly RefusedCell[]> => {
        let refused: readonly RefusedCell[]
        try {
          refused = await onWrite(changes, onProgress, signal)
        } catch (error) {
          const { message } = errorSentence(error)
          refused = signal.aborted ? [] : changes.map(({ key, column }) => ({ key, cle: column.cle, message }))
        }
        const messages = new Map(refused.map(({ key, cle, message }) => [`${key} ${cle}`, message]))
        setOverlays((current) =>
          changed(
            current,
            changes.map(({ key, column: { cle }, texte }) => {
              const message = messages.get(`${key} ${cle}`)
              return { key, cle, overlay: message === undefined ? undefined : { texte, message } }
            }),
          ),
        )
        return refused
      }
      const done = queue.current.then(run)
      queue.current = done
      return done
    },
    [onWrite],
  )
  const forget = useCallback(
    (key: string, cle: string) => setOverlays((current) => changed(current, [{ key, cle, overlay: undefined }])),
    [],
  )
  return { overlays, write, forget }
}
