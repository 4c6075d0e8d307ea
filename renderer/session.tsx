import type { QueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { EtatRegistre, RegistreOuvert } from '../shared/domain/registre/registre.contract'
import { etatRegistre } from '../shared/domain/registre/registre.contract'
import { queryOf } from './ipc/demande'
import { useOperation } from './ipc/use-operation'

/** What every screen stands on: the open register and the school year chosen at the top of the window. */
export interface Session {
  readonly registre: RegistreOuvert | null
  /** False until the register process has answered once. */
  readonly ready: boolean
  readonly annees: readonly string[]
  readonly anneeId: string
  setAnneeId: (anneeId: string) => void
}

const SessionContext = createContext<Session | null>(null)
const storageKey = 'registre.annee'

export function SessionProvider({ children }: { children: ReactNode }) {
  const etat = useOperation(etatRegistre, {})
  const registre = etat.data?.ouvert ?? null
  const [choisie, setChoisie] = useState(() => localStorage.getItem(storageKey))
  const annees = useMemo(
    () => (registre ? (etat.data?.annees?.annees ?? []).map(({ id }) => id) : []),
    [registre, etat.data],
  )
  const connue = choisie !== null && annees.includes(choisie) ? choisie : undefined
  const anneeId = connue ?? etat.data?.annees?.couranteId ?? ''
  const setAnneeId = useCallback((id: string) => {
    localStorage.setItem(storageKey, id)
    setChoisie(id)
  }, [])
  const ready = !etat.isPending
  const session = useMemo(
    () => ({ registre, ready, annees, anneeId, setAnneeId }),
    [registre, ready, annees, anneeId, setAnneeId],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside SessionProvider')
  return session
}

/** The school year of every list and record. */
export const useAnneeId = (): string => useSession().anneeId

/** Whether the register is already known to be open, before the first render. */
export const sessionOuverte = (queryClient: QueryClient): boolean =>
  queryClient.getQueryData<EtatRegistre>(queryOf({ name: etatRegistre.name, input: {}, later: false }).queryKey)
    ?.ouvert != null
