import type { UseMutationResult, UseQueryOptions, UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { AppError } from '../../shared/app-error'
import type { InputOf, Operation, OutputOf, Progress } from '../../shared/ipc'
import { useAuJour } from './au-jour'
import { call } from './call'
import { queryOf } from './demande'

interface QueryOptions {
  enabled?: boolean
  /** Shows the previous answer while the next one comes (a list whose filter changes). */
  keepPrevious?: boolean
  /** A number beside the screen: the first render does not wait for it. */
  later?: boolean
}

/** What a query answers, kept up to date: after any command it is asked again. */
export function useOperation<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  { enabled = true, keepPrevious = false, later = false }: QueryOptions = {},
): UseQueryResult<OutputOf<Op>, AppError> {
  const jour = useAuJour()
  const auJour = operation.withoutRegistre ? undefined : jour
  const options = { ...queryOf({ name: operation.name, input, later }, auJour), enabled } as UseQueryOptions<
    OutputOf<Op>,
    AppError
  >
  return useQuery<OutputOf<Op>, AppError>(keepPrevious ? { ...options, placeholderData: keepPreviousData } : options)
}

/** A command: after its success, everything shown is asked again. */
export function useCommand<Op extends Operation>(
  operation: Op,
): UseMutationResult<OutputOf<Op>, AppError, InputOf<Op>> {
  const queryClient = useQueryClient()
  return useMutation<OutputOf<Op>, AppError, InputOf<Op>>({
    mutationFn: (input) => call(operation, input),
    onSuccess: () => void queryClient.invalidateQueries(),
    // Refused because something changed meanwhile: what is shown is no longer what is.
    onError: ({ code }) => void (code === 'conflict' && queryClient.invalidateQueries()),
  })
}

export interface LongOperation<Input, Output> {
  /** Resolves with the value, or undefined when it was cancelled; throws `AppError`. */
  run: (input: Input) => Promise<Output | undefined>
  cancel: () => void
  running: boolean
  progress: Progress | null
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** A long operation with its progress and its Cancel. */
export function useLong<Op extends Operation>(operation: Op): LongOperation<InputOf<Op>, OutputOf<Op>> {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [running, setRunning] = useState(false)
  const controller = useRef<AbortController | null>(null)

  const run = useCallback(
    async (input: InputOf<Op>): Promise<OutputOf<Op> | undefined> => {
      const own = new AbortController()
      controller.current = own
      setRunning(true)
      setProgress(null)
      try {
        return await call(operation, input, { signal: own.signal, onProgress: setProgress })
      } catch (error) {
        if (own.signal.aborted || isAbort(error)) return undefined
        throw error
      } finally {
        setRunning(false)
        setProgress(null)
        if (operation.kind === 'command') void queryClient.invalidateQueries()
      }
    },
    [operation, queryClient],
  )
  const cancel = useCallback(() => controller.current?.abort(), [])
  return { run, cancel, running, progress }
}
