import { useCallback, useMemo } from 'react'
import type { Correction } from '../../../shared/domain/importation/classeur'
import type { CellulePlanifiee } from '../../../shared/domain/importation/plan'
import { avecCorrections, sansCorrection, type Gestes } from './use-choix'
import { useEdition } from './use-edition'

/** What is typed in the cells of a preview: each text is a correction like those proposed, judged by the same rules. */
export function useSaisie<
  Ligne extends { cellules: readonly CellulePlanifiee[] },
  Choix extends { corrections: readonly Correction[] },
>(
  { feuille, lignes }: { feuille: string; lignes: readonly Ligne[] },
  { choix, changer }: Gestes<Choix>,
  cleDe: (ligne: Ligne) => string,
) {
  const ecrire = useCallback(
    (cle: string, champ: string, texte: string): void => {
      const ligne = lignes.find((candidate) => cleDe(candidate) === cle)
      const cellule = ligne?.cellules.find((candidate) => candidate.champ === champ)
      const valeur = texte.trim()
      if (!cellule || cellule.ref === '' || valeur === cellule.brut) return
      const correction = { feuille, cellule: cellule.ref, valeur }
      const corrections =
        valeur === cellule.origine
          ? sansCorrection(choix.corrections, correction)
          : avecCorrections(choix.corrections, [correction])
      changer({ ...choix, corrections }, `Modifier ${cellule.ref}`)
    },
    [feuille, lignes, cleDe, choix, changer],
  )
  const { edition, evenements } = useEdition(ecrire)
  const enAttente = useMemo(
    () =>
      new Map(
        choix.corrections
          .filter((correction) => correction.feuille === feuille)
          .map(({ cellule, valeur }) => [cellule, valeur]),
      ),
    [choix.corrections, feuille],
  )
  return { edition, evenements, enAttente }
}
