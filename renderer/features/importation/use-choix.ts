import { useCallback, useState } from 'react'
import type { Correction } from '../../../shared/domain/importation/classeur'

/** What the user did to a preview, step by step: the last one can be taken back before anything is imported. */
export interface Gestes<Choix> {
  choix: Choix
  changer: (choix: Choix, geste: string) => void
  /** Takes the last gesture back; undefined when there is none. */
  annuler: (() => void) | undefined
  /** What `annuler` takes back: « Corriger G9 ». */
  dernier: string
}

/** A gesture more is kept with what was before it; twenty thousand corrections share their arrays. */
export function useGestes<Choix>(initial: Choix): Gestes<Choix> {
  const [pile, setPile] = useState<readonly { avant: Choix; geste: string }[]>([])
  const [choix, setChoix] = useState(initial)
  const changer = useCallback(
    (suivant: Choix, geste: string): void => {
      setPile((gestes) => [...gestes, { avant: choix, geste }])
      setChoix(suivant)
    },
    [choix],
  )
  const dernier = pile.at(-1)
  const annuler =
    dernier &&
    (() => {
      setPile(pile.slice(0, -1))
      setChoix(dernier.avant)
    })
  return { choix, changer, annuler, dernier: dernier?.geste ?? '' }
}

const memeLieu = (a: Pick<Correction, 'feuille' | 'cellule'>, b: Pick<Correction, 'feuille' | 'cellule'>): boolean =>
  a.feuille === b.feuille && a.cellule === b.cellule

/** The corrections with these in place; of two on one cell, the newer counts. */
export function avecCorrections(
  corrections: readonly Correction[],
  nouvelles: readonly Correction[],
): readonly Correction[] {
  const lieux = new Set(nouvelles.map(({ feuille, cellule }) => `${feuille}\u0000${cellule}`))
  return [...corrections.filter(({ feuille, cellule }) => !lieux.has(`${feuille}\u0000${cellule}`)), ...nouvelles]
}

export const sansCorrection = (
  corrections: readonly Correction[],
  lieu: Pick<Correction, 'feuille' | 'cellule'>,
): readonly Correction[] => corrections.filter((correction) => !memeLieu(correction, lieu))
