import { useCallback, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'

/** The cell of a preview being typed in: its row, its field, and what its editor opens with. */
export interface EditionEnCours {
  cle: string
  champ: string
  /** The key that opened the editor replaces the text; undefined keeps it. */
  saisie: string | undefined
}

/** Which cells of a preview may be typed in, and what becomes of the text. */
export interface Edition {
  enCours: EditionEnCours | undefined
  /** Ends the edition; null gives it up. */
  finir: (texte: string | null) => void
}

const cibleDe = (target: EventTarget): HTMLElement | null =>
  target instanceof Element
    ? (target.closest('[role=gridcell]')?.querySelector<HTMLElement>('[data-editable]') ?? null)
    : null

const estUnControle = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, select, textarea') !== null

/**
 * Cells typed in place: double click, F2, Enter or the first character; Enter, Tab or leaving writes, Escape gives up.
 * A cell says that it is typed by `data-editable`, « row|field ».
 */
export function useEdition(onEcrire: (cle: string, champ: string, texte: string) => void) {
  const [enCours, setEnCours] = useState<EditionEnCours>()
  const ouvrir = (target: EventTarget, saisie?: string): boolean => {
    const [cle, champ] = cibleDe(target)?.dataset['editable']?.split('|') ?? []
    if (cle === undefined || champ === undefined) return false
    setEnCours({ cle, champ, saisie })
    return true
  }
  const finir = useCallback(
    (texte: string | null): void => {
      setEnCours(undefined)
      if (texte !== null && enCours) onEcrire(enCours.cle, enCours.champ, texte)
    },
    [enCours, onEcrire],
  )
  const edition = useMemo((): Edition => ({ enCours, finir }), [enCours, finir])
  const evenements = {
    onDoubleClickCapture: (event: MouseEvent): void => {
      if (!estUnControle(event.target) && ouvrir(event.target)) event.stopPropagation()
    },
    onKeyDownCapture: (event: KeyboardEvent): void => {
      if (estUnControle(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const { key } = event
      const caractere = key.length === 1 && key !== ' ' ? key : undefined
      if (caractere === undefined && key !== 'F2' && key !== 'Enter') return
      if (!ouvrir(event.target, caractere)) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
  return { edition, evenements }
}
