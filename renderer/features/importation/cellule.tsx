import type { CellulePlanifiee, Changement, Signalement } from '../../../shared/domain/importation/plan'
import { plier } from '../../../shared/text'
import { DiffValue } from '../../ui/state'
import classes from './importation.module.css'
import type { EnAttente } from './use-saisie'

/** A cell of a preview, and what is known of its row. */
interface CelluleProps {
  cellule: CellulePlanifiee
  /** What it changes in the register, when its row is to be written. */
  changement?: Changement | undefined
  signalements: readonly Signalement[]
  exclue: boolean
  /** Understood as another word than the one written: both are worth showing. */
  traduite?: boolean
  /** What was typed and is not judged yet is shown at once. */
  enAttente: EnAttente
}

/** Old value struck and new one bold, for what the register would change and for what was corrected here; red when wrong. */
export function Cellule(props: CelluleProps) {
  const { cellule, changement, signalements, exclue, traduite = false, enAttente } = props
  const { brut, lu, origine, ref } = cellule
  if (enAttente.has(ref)) return <Attendue texte={enAttente.get(ref)} duFichier={origine ?? brut} />
  if (changement && !exclue && origine === undefined)
    return (
      <span className={classes.texte}>
        <DiffValue before={changement.avant} after={changement.apres} />
      </span>
    )
  const gravite = signalements.find((s) => s.cellule === ref && s.gravite !== 'information')?.gravite
  const montre = lu || brut
  const deuxMots = traduite && lu !== '' && plier(brut) !== plier(lu)
  return (
    <span
      className={classes.texte}
      data-gravite={gravite}
      data-exclue={exclue || undefined}
      title={brut === lu ? brut : `${brut} → ${lu}`}
    >
      {origine !== undefined && (
        <>
          <del className={classes.ancienne}>{origine || '(vide)'}</del>{' '}
        </>
      )}
      {deuxMots ? (
        <>
          {brut} → <strong>{lu}</strong>
        </>
      ) : origine === undefined ? (
        montre
      ) : (
        <ins className={classes.nouvelle}>{montre || '(vide)'}</ins>
      )}
    </span>
  )
}

/** What the user wants in the cell, or what the file says when she wants that again. */
function Attendue({ texte, duFichier }: { texte: string | undefined; duFichier: string }) {
  return (
    <span className={classes.texte}>
      {texte === undefined ? duFichier : <DiffValue before={duFichier || '(vide)'} after={texte || '(vide)'} />}
    </span>
  )
}
