import { plier } from '../../shared/text'

/** A page of the help: its file's name without `.md`, its title, the screens that it explains, its Markdown. */
export interface PageAide {
  nom: string
  titre: string
  /** Addresses of the screens, as declared by `route`. */
  ecrans: readonly string[]
  texte: string
}

/** Reads a file of `resources/aide`: `---`, `titre:`, perhaps `ecrans:`, `---`, then Markdown. */
export function lirePage(nom: string, fichier: string): PageAide {
  const [, entete = '', texte = fichier] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(fichier) ?? []
  const champs = new Map(
    entete.split(/\r?\n/).map((ligne): [string, string] => {
      const deux = ligne.indexOf(':')
      return [ligne.slice(0, deux).trim(), ligne.slice(deux + 1).trim()]
    }),
  )
  const ecrans = (champs.get('ecrans') ?? '').split(/\s+/).filter(Boolean)
  return { nom, titre: champs.get('titre') ?? nom, ecrans, texte: texte.trim() }
}

/** The name under which a heading is reached: « L’annuaire » → `l-annuaire`. */
export const ancreDe = (titre: string): string => plier(titre).replaceAll(' ', '-')
