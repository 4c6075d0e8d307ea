import type { NomCommande } from '../../shared/commandes'

type Listener = (nom: NomCommande) => void
const listeners = new Set<Listener>()

/** Runs a command of the table, from anywhere in the window: a key, a menu, a button, Ctrl+K. */
export const executer = (nom: NomCommande): void => listeners.forEach((listener) => listener(nom))

/** The one who runs them: `HoteDesCommandes`. */
export function surCommande(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
