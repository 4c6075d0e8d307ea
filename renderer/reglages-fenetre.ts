import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { lireFenetre, reglerFenetre, type ReglagesFenetre } from '../shared/domain/fenetre/fenetre.contract'
import { call } from './ipc/call'
import { notify } from './ui/notice'

const queryKey = [lireFenetre.name]

/** The window's theme and zoom, which the main process keeps, and how to change them. */
export function useReglagesFenetre() {
  const queryClient = useQueryClient()
  const { data } = useQuery({ queryKey, queryFn: () => call(lireFenetre, {}) })
  const regler = useCallback(
    async (change: Partial<ReglagesFenetre>): Promise<void> => {
      try {
        queryClient.setQueryData(queryKey, await call(reglerFenetre, change))
      } catch (error) {
        notify.error(error)
      }
    },
    [queryClient],
  )
  return { reglages: data, regler }
}

/** Reads them again when the window says that its size changed: the zoom may have been changed from elsewhere. */
export function useZoomSuivi(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const relire = (): void => void queryClient.invalidateQueries({ queryKey })
    window.addEventListener('resize', relire)
    return () => window.removeEventListener('resize', relire)
  }, [queryClient])
}
