import { useCallback, useMemo } from 'react'
import type { Correction } from '../../../shared/domain/importation/classeur'
import type { CellulePlanifiee } from '../../../shared/domain/importation/plan'
import { compte } from '../../../shared/nombres'
import { useAnneeId } from '../../session'
import type { Editing } from '../../ui/table/cell-input'
import type { WriteCells } from '../../ui/table/table-model'
import { saisieDe } from './suggestions'
import { ecrire, type Gestes } from './use-choix'

interface ACellules {
  readonly cellules: readonly CellulePlanifiee[]
}

/** Cells changed since the preview shown was made, by address: their new text, undefined when it is the file's again. */
export type EnAttente = ReadonlyMap<string, string | undefined>

export interface Saisie<Ligne> {
  /** How the cells of a field are typed. */
  edition: (champ: string) => Editing<Ligne>
  /** Texts corrected, by address. */
  corrigees: ReadonlyMap<string, string>
  enAttente: EnAttente
  onWrite: WriteCells<Ligne>
}

const celluleDe = ({ cellules }: ACellules, champ: string): CellulePlanifiee | undefined =>
  cellules.find((cellule) => cellule.champ === champ)

const textesDe = (corrections: readonly Correction[], feuille: string): ReadonlyMap<string, string> =>
  new Map(
    corrections.filter((correction) => correction.feuille === feuille).map(({ cellule, valeur }) => [cellule, valeur]),
  )

function ecartDe(voulues: ReadonlyMap<string, string>, jugees: ReadonlyMap<string, string>): EnAttente {
  const refs = [...voulues.keys(), ...jugees.keys()].filter((ref) => voulues.get(ref) !== jugees.get(ref))
  return new Map(refs.map((ref) => [ref, voulues.get(ref)]))
}

/**
 * What is typed or pasted in the cells of a preview: each text is a correction like those proposed, judged by the same
 * rules; all that is written at once is taken back at once. `jugees`: the corrections that the preview shown has judged.
 */
export function useSaisie<Ligne extends ACellules, Choix extends { corrections: readonly Correction[] }>(
  feuille: string,
  { choix, changer }: Gestes<Choix>,
  jugees: readonly Correction[],
): Saisie<Ligne> {
  const anneeId = useAnneeId()
  const { corrections } = choix
  const corrigees = useMemo(() => textesDe(corrections, feuille), [corrections, feuille])
  const enAttente = useMemo(() => ecartDe(corrigees, textesDe(jugees, feuille)), [corrigees, jugees, feuille])
  const edition = useCallback(
    (champ: string): Editing<Ligne> => ({
      input: saisieDe(champ, anneeId),
      valeur: (ligne) => {
        const cellule = celluleDe(ligne, champ)
        return cellule ? (corrigees.get(cellule.ref) ?? cellule.brut) : ''
      },
      // A line that the file does not have, or a field put together from several cells, has no address.
      permise: (ligne) => (celluleDe(ligne, champ)?.ref ?? '') !== '',
    }),
    [corrigees, anneeId],
  )
  const onWrite = useCallback<WriteCells<Ligne>>(
    (changes) => {
      const ecrites = changes.flatMap(({ row, column, valeur }) => {
        const cellule = celluleDe(row, column.cle)
        if (!cellule) return []
        const texte = String(valeur ?? '')
        return [{ cellule: cellule.ref, valeur: texte === cellule.origine ? undefined : texte }]
      })
      const [seule] = ecrites
      const suivant = seule && ecrire(choix, feuille, ecrites)
      if (suivant)
        changer(suivant, `Modifier ${ecrites.length === 1 ? seule.cellule : compte(ecrites.length, 'cellule')}`)
      return Promise.resolve([])
    },
    [choix, changer, feuille],
  )
  return { edition, corrigees, enAttente, onWrite }
}
