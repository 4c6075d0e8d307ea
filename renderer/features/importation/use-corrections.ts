import { useEffect, useMemo } from 'react'
import type { Correction } from '../../../shared/domain/importation/classeur'
import type { Signalement } from '../../../shared/domain/importation/plan'
import { grouperParMotif, motifDeCorrection } from '../../../shared/domain/importation/semblables'
import { compte } from '../../../shared/nombres'
import type { ActionsDeNote } from './notes-ligne'
import { ecrire, type Gestes } from './use-choix'

/** Corrections proposed and accepted on the cells of a sheet, one by one or all those alike, each taken back at will. */
export function useCorrections<Choix extends { corrections: readonly Correction[] }>(
  feuille: { feuille: string; lignes: readonly { signalements: readonly Signalement[] }[] },
  gestes: Gestes<Choix>,
) {
  const { choix, changer, annuler } = gestes
  const { feuille: nom } = feuille
  const groupes = useMemo(
    () => grouperParMotif(feuille.lignes.flatMap(({ signalements }) => signalements.filter(aCorriger))),
    [feuille],
  )
  const actions = useMemo(
    (): ActionsDeNote => ({
      semblables: (signalement) => groupes.get(motifDeCorrection(signalement) ?? '') ?? [signalement],
      onCorriger: (signalements) => {
        const ecrites = signalements.map(({ cellule, correction }) => ({ cellule, valeur: correction ?? '' }))
        const suivant = ecrire(choix, nom, ecrites)
        const quoi =
          signalements.length === 1 ? (signalements[0]?.cellule ?? '') : compte(signalements.length, 'cellule')
        if (suivant) changer(suivant, `Corriger ${quoi}`)
      },
      onRetablir: (cellule) => {
        const suivant = ecrire(choix, nom, [{ cellule, valeur: undefined }])
        if (suivant) changer(suivant, `Rétablir ${cellule}`)
      },
    }),
    [choix, changer, groupes, nom],
  )
  useAnnulerAuClavier(annuler)
  return actions
}

/** Ctrl + Z takes back the last gesture of the preview, before anything else hears it: the register has not changed yet. */
function useAnnulerAuClavier(annuler: (() => void) | undefined): void {
  useEffect(() => {
    if (!annuler) return undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z') return
      const { target } = event
      if (target instanceof HTMLTextAreaElement) return
      if (target instanceof HTMLInputElement && target.type !== 'checkbox') return
      event.preventDefault()
      event.stopImmediatePropagation()
      annuler()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [annuler])
}

const aCorriger = ({ gravite }: Signalement): boolean => gravite !== 'information'
