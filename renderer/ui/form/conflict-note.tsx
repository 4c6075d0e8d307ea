import classes from './form.module.css'

interface ConflictNoteProps {
  /** What the register now holds, as the field writes it. */
  value: string
  /** Of the field: the buttons say which one they settle. */
  label: string
  settle: (keep: 'mine' | 'theirs') => void
}

/** The value was changed elsewhere while this one was being typed: nothing is overwritten before a choice. */
export function ConflictNote({ value, label, settle }: ConflictNoteProps) {
  return (
    <span className={classes.conflict} role="status">
      <span>
        Modifié entre-temps&nbsp;: <strong>{value === '' ? 'vide' : value}</strong>
      </span>
      <span className={classes.conflictActions}>
        <button type="button" aria-label={`${label} : garder ma saisie`} onClick={() => settle('mine')}>
          Garder ma saisie
        </button>
        <button type="button" aria-label={`${label} : prendre l’autre valeur`} onClick={() => settle('theirs')}>
          Prendre l’autre
        </button>
      </span>
    </span>
  )
}
