import type { CellulePlanifiee, Changement, Signalement } from '../../../shared/domain/importation/plan'
import { plier } from '../../../shared/text'
import { DiffValue } from '../../ui/state'
import { EditeurCellule } from './editeur-cellule'
import classes from './importation.module.css'
import type { Edition } from './use-edition'

/** A cell of a preview, and what is known of its row. */
interface CelluleProps {
  cellule: CellulePlanifiee
  /** What it changes in the register, when its row is to be written. */
  changement?: Changement | undefined
  signalements: readonly Signalement[]
  exclue: boolean
  /** Understood as another word than the one written: both are worth showing. */
  traduite?: boolean
  /** Typed but not judged yet: shown at once. */
  enAttente?: string | undefined
  saisie: Saisie
}

/** How a cell is typed in place. */
export interface Saisie {
  /** « row|field »: what the edition is asked by. */
  cible: string
  /** « UAI, ligne 17 ». */
  label: string
  edition: Edition
}

/** Old value struck and new one bold, for what the register would change and for what was corrected here; red when wrong. */
export function Cellule(props: CelluleProps) {
  const { cellule, changement, signalements, exclue, traduite = false, enAttente, saisie } = props
  const { brut, lu, origine, ref, champ } = cellule
  const { enCours, finir } = saisie.edition
  if (enCours && `${enCours.cle}|${enCours.champ}` === saisie.cible)
    return (
      <EditeurCellule label={saisie.label} champ={champ} texte={enCours.saisie ?? enAttente ?? brut} onFini={finir} />
    )
  if (enAttente !== undefined && enAttente !== brut)
    return (
      <span className={classes.texte} data-editable={saisie.cible}>
        <DiffValue before={origine ?? brut} after={enAttente || '(vide)'} />
      </span>
    )
  if (changement && !exclue && origine === undefined)
    return (
      <span className={classes.texte} data-editable={saisie.cible}>
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
      data-editable={saisie.cible}
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
