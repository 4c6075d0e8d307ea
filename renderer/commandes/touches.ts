import { commande, nomsCommandes, type NomCommande } from '../../shared/commandes'

export interface Frappe {
  key: string
  /** The key's place on the keyboard (`Digit7`). */
  code?: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const noms: Readonly<Record<string, string>> = { Plus: '+', Left: 'ArrowLeft', Right: 'ArrowRight', Space: ' ' }

/**
 * True when the keys pressed are those (`Ctrl+Plus`, `?`). A sign is judged by itself: Shift is how some keyboards type it.
 * A figure is also the key that bears it: without Shift, a French keyboard types « è » with its 7.
 */
export function correspondALaFrappe(
  touches: string,
  { key, code, ctrlKey, metaKey, altKey, shiftKey }: Frappe,
): boolean {
  const parts = touches.split('+')
  const derniere = parts.at(-1) ?? ''
  const attendue = noms[derniere] ?? derniere
  const signe = attendue.length === 1 && !/[a-z0-9]/i.test(attendue)
  return (
    (key.toLowerCase() === attendue.toLowerCase() || (/^\d$/.test(attendue) && code === `Digit${attendue}`)) &&
    (ctrlKey || metaKey) === parts.includes('Ctrl') &&
    altKey === parts.includes('Alt') &&
    (signe || shiftKey === parts.includes('Shift'))
  )
}

/** The command of the keys pressed, or undefined. */
export const commandeDeLaFrappe = (frappe: Frappe): NomCommande | undefined =>
  nomsCommandes.find((nom) => {
    const { touches, autres = [], parLaTouche } = commande(nom)
    if (parLaTouche) return false
    return [...(touches === undefined ? [] : [touches]), ...autres].some((each) => correspondALaFrappe(each, frappe))
  })

/** A key that types something belongs to the field that has the focus. */
export function ecritDansUnChamp({ key, ctrlKey, metaKey, altKey }: Frappe, cible: EventTarget | null): boolean {
  if (ctrlKey || metaKey || altKey || key.length > 1 || !(cible instanceof HTMLElement)) return false
  return cible.isContentEditable || cible.matches('input, textarea, select, [role=combobox], [role=textbox]')
}
