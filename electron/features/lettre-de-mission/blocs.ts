import type {
  ColonneDeTableau,
  ListeDecrite,
  ParagrapheDecrit,
  TableauDecrit,
  TitreDecrit,
} from '../../documents/html-description'
import { typographier } from '../../../shared/typographie'

/** Blocks whose text has the French typography of official letters. */

export const titre = (niveau: 1 | 2 | 3, texte: string): TitreDecrit => ({
  genre: 'titre',
  niveau,
  texte: typographier(texte),
})

export const paragraphe = (texte: string): ParagrapheDecrit => ({
  genre: 'paragraphe',
  texte: typographier(texte.trim()),
})

export const liste = (items: readonly string[]): ListeDecrite => ({
  genre: 'liste',
  items: items.map((item) => typographier(item.trim())),
})

/** A table without the columns that no row fills. */
export function tableau(
  legende: string,
  colonnes: readonly ColonneDeTableau[],
  lignes: readonly (readonly string[])[],
  total?: readonly string[],
): TableauDecrit {
  const garde = colonnes.map((_colonne, rang) => lignes.some((ligne) => ligne[rang] !== ''))
  const utiles = <Valeur>(valeurs: readonly Valeur[]): Valeur[] => valeurs.filter((_valeur, rang) => garde[rang])
  return {
    genre: 'tableau',
    legende: typographier(legende),
    legendeVisible: false,
    colonnes: utiles(colonnes),
    lignes: lignes.map((ligne) => utiles(ligne).map(typographier)),
    ...(total && { total: utiles(total).map(typographier) }),
  }
}

/** Lines typed by the user: « - » or « – » begin the items of a list, the others are paragraphs. */
export function texteLibre(texte: string): (ListeDecrite | ParagrapheDecrit)[] {
  const lignes = texte
    .split(/\r?\n/u)
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '')
  const blocs: (ListeDecrite | ParagrapheDecrit)[] = []
  let items: string[] = []
  const clore = (): void => {
    if (items.length > 0) blocs.push(liste(items))
    items = []
  }
  for (const ligne of lignes) {
    const item = /^[-–—•*]\s+(.*)$/u.exec(ligne)?.[1]
    if (item !== undefined) {
      items.push(item)
    } else {
      clore()
      blocs.push(paragraphe(ligne))
    }
  }
  clore()
  return blocs
}
