import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AppError } from '../../../shared/app-error'
import { completerApercu } from '../../../shared/domain/importation/apercu'
import type { Correction } from '../../../shared/domain/importation/classeur'
import type { Correspondance } from '../../../shared/domain/importation/entetes'
import { apercevoirClasseur } from '../../../shared/domain/importation/importation.contract'
import type { PlanImportation } from '../../../shared/domain/importation/plan'
import type { Progress } from '../../../shared/ipc'
import { call } from '../../ipc/call'

/** What the user decided about one workbook; a new file starts again from nothing. */
export interface Choix {
  jeton: string
  corrections: readonly Correction[]
  correspondances: readonly Correspondance[]
  /** Unticked rows, `feuille` then numbers. */
  exclues: Readonly<Record<string, readonly number[]>>
}

export const choixVide = (jeton: string): Choix => ({ jeton, corrections: [], correspondances: [], exclues: {} })

/** The choices as the operations take them. */
export const entreeDe = ({ jeton, corrections, correspondances, exclues }: Choix, anneeId: string) => ({
  jeton,
  anneeId,
  corrections: [...corrections],
  correspondances: correspondances.map(({ colonnes, ...choisie }) =>
    colonnes === undefined ? choisie : { ...choisie, colonnes: { ...colonnes } },
  ),
  exclues: Object.entries(exclues).map(([feuille, lignes]) => ({ feuille, lignes: [...lignes] })),
})

export interface Analyse {
  plan: PlanImportation | undefined
  /** Those that the plan was made with. */
  corrections: readonly Correction[]
  error: AppError | null
  running: boolean
  progress: Progress | null
  cancel: () => void
  retry: () => void
}

/** The plan of the import, kept on screen while the next one is made; ticking rows does not make it again. */
export function useAnalyse(choix: Choix, anneeId: string): Analyse {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const connu = useRef<{ version: number; plan: PlanImportation } | undefined>(undefined)
  const entree = { ...entreeDe(choix, anneeId), exclues: [] }
  const queryKey = [apercevoirClasseur.name, entree]
  const query = useQuery<{ plan: PlanImportation; corrections: readonly Correction[] }, AppError>({
    queryKey,
    queryFn: async ({ signal }) => {
      const base = connu.current?.version
      const options = { signal, onProgress: setProgress }
      const recu = await call(apercevoirClasseur, { ...entree, ...(base !== undefined && { base }) }, options)
      const plan = completerApercu(connu.current?.plan, recu.plan)
      connu.current = { version: recu.version, plan }
      return { plan, corrections: choix.corrections }
    },
    placeholderData: keepPreviousData,
    // The unchanged rows already are the same objects.
    structuralSharing: false,
    retry: false,
  })
  return {
    plan: query.error ? undefined : query.data?.plan,
    corrections: query.data?.corrections ?? choix.corrections,
    error: query.error,
    running: query.isFetching,
    progress,
    cancel: () => void queryClient.cancelQueries({ queryKey }),
    retry: () => void query.refetch(),
  }
}
