import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Correction } from '../../../shared/domain/importation/classeur'
import { useSession } from '../../session'
import { apercuGarde, garderApercu, oublierApercu, type ApercuGarde } from './apercus-gardes'

/** What the user did to a preview, step by step: the last one can be taken back before anything is imported. */
export interface Gestes<Choix> {
  choix: Choix
  changer: (choix: Choix, geste: string) => void
  /** Takes the last gesture back; undefined when there is none. */
  annuler: (() => void) | undefined
  /** What `annuler` takes back: « Corriger G9 ». */
  dernier: string
  /** Once imported or given up: the next preview of this file starts from nothing. */
  oublier: () => void
}

interface Etat<Choix> {
  choix: Choix
  pile: readonly { avant: Choix; geste: string }[]
}

/**
 * A gesture more is kept with what was before it; twenty thousand corrections share their arrays. Coming back to the
 * preview of the same file finds them all again.
 */
export function useGestes<Choix>(initial: Choix, { jeton, nom, but }: Omit<ApercuGarde, 'registre'>): Gestes<Choix> {
  const registre = useSession().registre?.chemin ?? ''
  const apercu = useMemo((): ApercuGarde => ({ jeton, nom, but, registre }), [jeton, nom, but, registre])
  const [etat, setEtat] = useState(
    (): Etat<Choix> => (apercuGarde(apercu) as Etat<Choix> | undefined) ?? { choix: initial, pile: [] },
  )
  const { choix, pile } = etat
  useEffect(() => garderApercu(apercu, etat, etat.pile.length), [apercu, etat])
  const changer = useCallback((suivant: Choix, geste: string): void => {
    setEtat(({ choix, pile }) => ({ choix: suivant, pile: [...pile, { avant: choix, geste }] }))
  }, [])
  const dernier = pile.at(-1)
  const reculer = useCallback((): void => {
    // Ctrl + Z held down comes sooner than the screen: each takes back what is then the last.
    setEtat((tenu) => {
      const avant = tenu.pile.at(-1)?.avant
      return avant === undefined ? tenu : { choix: avant, pile: tenu.pile.slice(0, -1) }
    })
  }, [])
  const annuler = dernier && reculer
  const oublier = useCallback((): void => oublierApercu(apercu), [apercu])
  return { choix, changer, annuler, dernier: dernier?.geste ?? '', oublier }
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
