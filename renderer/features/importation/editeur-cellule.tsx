import { useId, useRef, useState, type KeyboardEvent } from 'react'
import classes from './importation.module.css'
import { useSuggestions } from './use-suggestions'

interface EditeurProps {
  /** « UAI de rattachement, ligne 17 ». */
  label: string
  champ: string
  texte: string
  /** Null gives the edition up. */
  onFini: (texte: string | null) => void
}

/** The text of a cell, typed in its place; the register judges it as if the file said so. */
export function EditeurCellule({ label, champ, texte, onFini }: EditeurProps) {
  const liste = useId()
  const [saisi, setSaisi] = useState(texte)
  const suggestions = useSuggestions(champ, saisi)
  const fini = useRef(false)
  const finir = (suite: string | null, cellule?: Element | null): void => {
    if (fini.current) return
    fini.current = true
    onFini(suite)
    // Back to the cell, for the arrows.
    if (cellule instanceof HTMLElement) cellule.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finir(event.key === 'Enter' ? event.currentTarget.value : null, event.currentTarget.closest('[role=gridcell]'))
  }
  return (
    <>
      <input
        className={classes.editeur}
        aria-label={label}
        value={saisi}
        onChange={(event) => setSaisi(event.currentTarget.value)}
        list={liste}
        autoFocus
        onFocus={(event) => event.currentTarget.setSelectionRange(texte.length, texte.length)}
        // Before the grid hears Escape and takes the focus: leaving would write.
        onKeyDownCapture={onKeyDown}
        onBlur={(event) => finir(event.currentTarget.value)}
      />
      <datalist id={liste}>
        {suggestions.map(({ valeur, detail }) => (
          <option key={`${valeur} ${detail}`} value={valeur}>
            {detail}
          </option>
        ))}
      </datalist>
    </>
  )
}
