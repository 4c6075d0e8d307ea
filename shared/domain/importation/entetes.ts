import { plier } from '../../text'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import { champsDe, suffit, type Champ } from './champs'
import { texteDeCellule, type FeuilleSource, type LigneSource } from './classeur'
import { naturesFeuille, type NatureFeuille } from './plan'

/** Field → 1-based column. */
export type Colonnes = Readonly<Record<string, number>>

/** Where the table of a sheet starts, and what its columns mean. */
export interface Entetes {
  nature: NatureFeuille
  ligne: number
  colonnes: Colonnes
  memorisee: boolean
}

/** A mapping kept from an earlier import, found by the shape of its header. */
export interface Memoire {
  nature: NatureFeuille
  signature: string
  colonnes: Colonnes
}

/** What the user left aside in an earlier file: a sheet of that name with that header; one of another year may be kept. */
export const signatureLaissee = (feuille: FeuilleSource, ligne: LigneSource): string =>
  `${plier(feuille.nom)}\n${signatureEntetes(ligne)}`

/** What was decided of the sheets of earlier files. */
export interface Souvenirs {
  correspondances: readonly Memoire[]
  /** Signatures of the sheets left aside. */
  laissees: ReadonlySet<string>
}

/** The rows among which a header is looked for: titles above a table rarely go further down. */
export const lignesExaminees = ({ lignes }: FeuilleSource): readonly LigneSource[] => lignes.slice(0, 40)

/** What the user says of one sheet; `nature` null leaves it aside. */
export interface Correspondance {
  feuille: string
  nature: NatureFeuille | null
  ligneEntetes: number
  /** Left out: recognised from the titles of that row. */
  colonnes?: Colonnes | undefined
}

/** The header titles in order, folded: two files of one shape have the same. */
export function signatureEntetes(ligne: LigneSource): string {
  const titres: string[] = []
  for (const cellule of ligne.cellules) titres[cellule.colonne - 1] = plier(texteDeCellule(cellule))
  return Array.from(titres, (titre: string | undefined) => titre ?? '').join('|')
}

/** How well a title says a field: 3 the same words, 2 it begins with them, 1 it contains them all, 0 otherwise. */
function accord(titre: string, { libelle, synonymes }: Champ): number {
  const mots = new Set(titre.split(' '))
  const notes = [libelle, ...synonymes].map((synonyme) => {
    const attendu = plier(synonyme)
    if (titre === attendu) return 3
    if (titre.startsWith(`${attendu} `)) return 2
    return attendu.length > 2 && attendu.split(' ').every((mot) => mots.has(mot)) ? 1 : 0
  })
  return Math.max(...notes)
}

/** Best fields of the columns, each used once, and how sure they are. */
function reconnaitre(ligne: LigneSource, champs: readonly Champ[]): { colonnes: Colonnes; note: number } {
  const paires = ligne.cellules.flatMap((cellule) => {
    const titre = plier(texteDeCellule(cellule))
    if (titre === '' || titre.length > 80) return []
    return champs.map((champ) => ({ colonne: cellule.colonne, champ: champ.champ, note: accord(titre, champ) }))
  })
  const prises = new Set<number>()
  const colonnes: Record<string, number> = {}
  let note = 0
  for (const paire of paires
    .filter((paire) => paire.note > 0)
    .sort((a, b) => b.note - a.note || a.colonne - b.colonne)) {
    if (prises.has(paire.colonne) || paire.champ in colonnes) continue
    prises.add(paire.colonne)
    colonnes[paire.champ] = paire.colonne
    note += paire.note
  }
  return { colonnes, note }
}

/**
 * Finds the header row under titles and blank lines, and what the sheet holds. A mapping already confirmed for that very
 * header wins; otherwise the row and nature whose columns are recognised best. Undefined when nothing fits.
 */
export function trouverEntetes(
  feuille: FeuilleSource,
  vocabulaires: readonly Vocabulaire[],
  memoires: readonly Memoire[],
): Entetes | undefined {
  const lignes = lignesExaminees(feuille)
  for (const ligne of lignes) {
    const memoire = memoires.find(({ signature }) => signature === signatureEntetes(ligne))
    if (memoire) return { nature: memoire.nature, ligne: ligne.numero, colonnes: memoire.colonnes, memorisee: true }
  }
  let meilleur: (Entetes & { note: number }) | undefined
  for (const ligne of lignes) {
    for (const nature of naturesFeuille) {
      const { colonnes, note } = reconnaitre(ligne, champsDe(nature, vocabulaires))
      if (note <= (meilleur?.note ?? 0) || !suffit(nature, new Set(Object.keys(colonnes)))) continue
      meilleur = { nature, ligne: ligne.numero, colonnes, memorisee: false, note }
    }
  }
  return meilleur
}

/** The row most likely to be a header in a sheet that was not recognised: the first with the most texts. */
export function ligneProbable(feuille: FeuilleSource): LigneSource | undefined {
  const textes = (ligne: LigneSource): number => ligne.cellules.filter(({ type }) => type === 'texte').length
  return lignesExaminees(feuille).reduce<LigneSource | undefined>(
    (meilleure, ligne) => (meilleure === undefined || textes(ligne) > textes(meilleure) ? ligne : meilleure),
    undefined,
  )
}

/** Fields proposed for a header under the nature the user chose. */
export const proposerColonnes = (
  ligne: LigneSource,
  nature: NatureFeuille,
  vocabulaires: readonly Vocabulaire[],
): Colonnes => reconnaitre(ligne, champsDe(nature, vocabulaires)).colonnes
