import classes from './campagne.module.css'

export interface Choix<Cle extends string> {
  cle: Cle
  label: string
}

/** A few ways to look at the same thing, one of them pressed. */
export function Bascules<Cle extends string>({
  label: nom,
  choix,
  actuel,
  onChoose,
}: {
  label: string
  choix: readonly Choix<Cle>[]
  actuel: Cle
  onChoose: (cle: Cle) => void
}) {
  return (
    <span role="group" aria-label={nom} className={classes.bascules}>
      {choix.map(({ cle, label }) => (
        <button
          key={cle}
          type="button"
          className={classes.bascule}
          aria-pressed={actuel === cle}
          onClick={() => onChoose(cle)}
        >
          {label}
        </button>
      ))}
    </span>
  )
}
