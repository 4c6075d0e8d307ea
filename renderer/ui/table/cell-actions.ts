import type { ComponentType } from 'react'
import { createContext, useContext, useMemo } from 'react'
import type { StoredCell } from './column'

/** The cell whose menu is open. */
export interface CellTarget {
  /** Accessible name of the list, key and header of the column. */
  readonly liste: string
  readonly colonne: string
  readonly titre: string
  /** The row's name and the value, as they are shown. */
  readonly ligne: string
  readonly texte: string
  /** Null when what is shown is not one stored value. */
  readonly cellule: StoredCell | null
}

export interface CellAction {
  readonly cle: string
  readonly libelle: string
  readonly icone?: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  /** As written on the keys: « Ctrl + C ». */
  readonly raccourci?: string
  readonly onSelect: () => void
}

/** What can be done with a cell; nothing for a cell that it does not concern. */
export type CellActions = (target: CellTarget) => readonly CellAction[]

const none: readonly CellActions[] = []
const CellActionsContext = createContext<readonly CellActions[]>(none)

/** Adds to the menu of every cell below it: the kit knows no domain word, the application brings its own actions. */
export const CellActionsProvider = CellActionsContext

/** The actions given above, and one more: the value of a nested provider. */
export function useWithCellActions(actions: CellActions): readonly CellActions[] {
  const above = useContext(CellActionsContext)
  return useMemo(() => [...above, actions], [above, actions])
}

export const useCellActions = (): readonly CellActions[] => useContext(CellActionsContext)
