import { useCallback, useEffect, useMemo, useState } from 'react'
import { correctionsMax, type Correction } from '../../../shared/domain/importation/classeur'
import { formatNombre } from '../../../shared/nombres'
import { useSession } from '../../session'
import { notify } from '../../ui/notice'
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

/** A cell given a text, or given back what the file says. */
interface Ecrite {
  cellule: string
  valeur: string | undefined
}

/** The choices with these cells of a sheet written; undefined when that would be more corrections than an import takes. */
export function ecrire<Choix extends { corrections: readonly Correction[] }>(
  choix: Choix,
  feuille: string,
  ecrites: readonly Ecrite[],
): Choix | undefined {
  const refs = new Set(ecrites.map(({ cellule }) => cellule))
  const autres = choix.corrections.filter(
    (correction) => correction.feuille !== feuille || !refs.has(correction.cellule),
  )
  const nouvelles = ecrites.flatMap(({ cellule, valeur }) =>
    valeur === undefined ? [] : [{ feuille, cellule, valeur }],
  )
  const corrections = [...autres, ...nouvelles]
  if (corrections.length <= correctionsMax) return { ...choix, corrections }
  notify.info(
    `Un import prend ${formatNombre(correctionsMax)} cellules corrigées au plus : rien n’a changé. Corrigez le fichier lui-même, puis importez-le de nouveau.`,
  )
  return undefined
}
