import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppError } from '../../../shared/app-error'
import type { Correction } from '../../../shared/domain/importation/classeur'
import type { Correspondance } from '../../../shared/domain/importation/entetes'
import { analyserClasseur, type ChoixImportation } from '../../../shared/domain/importation/importation.contract'
import type { PlanImportation } from '../../../shared/domain/importation/plan'
import type { FichierChoisi } from '../../../shared/domain/fichier/fichier.contract'
import type { Progress } from '../../../shared/ipc'
import { call } from '../../ipc/call'

/** What the user decided about one workbook; a new file starts again from nothing. */
export interface Choix {
  fichier: FichierChoisi
  corrections: readonly Correction[]
  correspondances: readonly Correspondance[]
  /** Unticked rows, `feuille` then numbers. */
  exclues: Readonly<Record<string, readonly number[]>>
}

export const choixVide = (fichier: FichierChoisi): Choix => ({
  fichier,
  corrections: [],
  correspondances: [],
  exclues: {},
})

/** The choices as the operations take them. */
export function entreeDe({ fichier, corrections, correspondances, exclues }: Choix, anneeId: string): ChoixImportation {
  return {
    jeton: fichier.jeton,
    anneeId,
    corrections: [...corrections],
    correspondances: correspondances.map((correspondance) => ({ ...correspondance })),
    exclues: Object.entries(exclues).map(([feuille, lignes]) => ({ feuille, lignes: [...lignes] })),
  }
}

export interface Analyse {
  plan: PlanImportation | undefined
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
  const entree = { ...entreeDe(choix, anneeId), exclues: [] }
  const queryKey = [analyserClasseur.name, entree]
  const query = useQuery<PlanImportation, AppError>({
    queryKey,
    queryFn: ({ signal }) => call(analyserClasseur, entree, { signal, onProgress: setProgress }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return {
    plan: query.error ? undefined : query.data,
    error: query.error,
    running: query.isFetching,
    progress,
    cancel: () => void queryClient.cancelQueries({ queryKey }),
    retry: () => void query.refetch(),
  }
}
