import { useEffect, useRef } from 'react'

/** An entry of a page that takes text: a field, or a text edited in place. */
interface Saisie {
  element: HTMLElement
  lire: () => string
}

const sansTexte = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file', 'color'])

const champ = (element: HTMLInputElement | HTMLTextAreaElement): Saisie | null =>
  element.readOnly ? null : { element, lire: () => element.value }

function saisieDe(target: EventTarget | null): Saisie | null {
  if (target instanceof HTMLTextAreaElement) return champ(target)
  if (target instanceof HTMLInputElement) return sansTexte.has(target.type) ? null : champ(target)
  if (target instanceof HTMLElement && target.isContentEditable)
    return { element: target, lire: () => target.textContent }
  return null
}

export type Geste = 'annuler' | 'retablir'

/** Ctrl + Z, Ctrl + Y, Ctrl + Maj + Z (⌘ on a Mac); null for any other key. */
export function gesteDe({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): Geste | null {
  if ((!ctrlKey && !metaKey) || altKey) return null
  const touche = key.toLowerCase()
  if (touche === 'z') return shiftKey ? 'retablir' : 'annuler'
  return touche === 'y' && !shiftKey ? 'retablir' : null
}

interface Raccourcis {
  actif: boolean
  annuler: () => void
  retablir: () => void
}

/** Undo and redo everywhere, except in a field whose text was changed since it was entered: there it is the field's own. */
export function useRaccourcis(raccourcis: Raccourcis): void {
  const latest = useRef(raccourcis)
  useEffect(() => {
    latest.current = raccourcis
  })
  useEffect(() => {
    let entree: { saisie: Saisie; valeur: string } | null = null
    const onFocusIn = ({ target }: FocusEvent): void => {
      const saisie = saisieDe(target)
      entree = saisie && { saisie, valeur: saisie.lire() }
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      const geste = gesteDe(event)
      if (geste === null || event.defaultPrevented) return
      const saisie = saisieDe(event.target)
      const intacte = saisie?.element === entree?.saisie.element && saisie?.lire() === entree?.valeur
      if (saisie !== null && !intacte) return
      event.preventDefault()
      // Held down, or behind a dialog: nothing that was not seen is undone.
      if (event.repeat || !latest.current.actif || document.querySelector('[role="dialog"][aria-modal="true"]')) return
      latest.current[geste]()
    }
    document.addEventListener('focusin', onFocusIn)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
