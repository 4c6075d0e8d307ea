import { estVide, texteDeCellule, type FeuilleSource } from './classeur'
import type { LigneDeTitres } from './plan'

/** Rows looked at to show what a column holds, and values shown. */
const lignesVues = 200
const exemplesMontres = 3
/** Rows offered as the header: titles above a table rarely go further down. */
const lignesProposees = 25

const enUneLigne = (texte: string, longueur: number): string => {
  const court = texte.replace(/\s+/gu, ' ').trim()
  return court.length > longueur ? `${court.slice(0, longueur - 1)}…` : court
}

/** The first different values of a column under its title, as written; at most three. */
export function exemplesDeColonne({ lignes }: FeuilleSource, ligneEntetes: number, colonne: number): string[] {
  const exemples = new Set<string>()
  let vues = 0
  for (const { numero, cellules } of lignes) {
    if (numero <= ligneEntetes) continue
    if (vues++ > lignesVues || exemples.size === exemplesMontres) break
    const texte = enUneLigne(texteDeCellule(cellules.find((cellule) => cellule.colonne === colonne)), 40)
    if (texte !== '') exemples.add(texte)
  }
  return [...exemples]
}

/** The rows among which the header is chosen, each told by its first texts. */
export const premieresLignes = ({ lignes }: FeuilleSource): LigneDeTitres[] =>
  lignes.slice(0, lignesProposees).flatMap(({ numero, cellules }) => {
    const pleines = cellules.filter((cellule) => !estVide(cellule))
    if (pleines.length === 0) return []
    return [
      {
        numero,
        textes: pleines
          .slice(0, 5)
          .map((cellule) => enUneLigne(texteDeCellule(cellule), 24))
          .join(' · '),
      },
    ]
  })
