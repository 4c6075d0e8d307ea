import type { Analyse } from '../../analyse'
import type { Gravite } from '../../constat'
import { plier } from '../../text'
import { typographier } from '../../typographie'
import {
  estVide,
  lettreDeColonne,
  texteDeCellule,
  type CelluleSource,
  type FeuilleSource,
  type LigneSource,
} from './classeur'
import type { Entetes } from './entetes'
import type { CellulePlanifiee, Signalement } from './plan'

/** What a rule says of a cell; whatever is left out is deduced from the cell. */
export interface Remarque {
  regle: string
  gravite: Gravite
  message: string
  suggestion?: string | undefined
  /** Text to put in the cell instead; the suggestion in words says it too. */
  correction?: string | undefined
}

/** Where a finding is: the sheet, the address, the row and what is written there. */
interface Lieu {
  feuille: string
  cellule: string
  ligne: number | null
  valeur: string
}

export function signalement({ regle, gravite, message, suggestion, correction }: Remarque, lieu: Lieu): Signalement {
  return {
    ...lieu,
    message: typographier(message),
    suggestion: suggestion ?? correction ?? null,
    correction: correction ?? null,
    gravite,
    regle,
  }
}

/** One row of a sheet, read by field; what cannot be read is reported at its address. */
export interface Lecteur {
  readonly feuille: string
  readonly numero: number
  readonly signalements: Signalement[]
  /** True when the sheet has a column for that field. */
  aColonne: (champ: string) => boolean
  /** Address of the field in this row; of the row's first column when the sheet has none for it. */
  ref: (champ: string) => string
  /** What is written, as text, trimmed; '' for an empty cell or one that cannot be used. */
  texte: (champ: string) => string
  /** Reads through a parser of `shared/`; null when empty or refused (then reported with `gravite`). */
  lire: <T>(champ: string, analyser: (brut: string | number) => Analyse<T>, gravite?: Gravite) => T | null
  signaler: (champ: string, remarque: Remarque) => void
  /** Says how the cell was understood, for the preview. */
  comprendre: (champ: string, lu: string) => void
  cellules: () => CellulePlanifiee[]
}

const commandes = /^[=+\-@\t\r]/u

export function creerLecteur(feuille: string, { colonnes }: Entetes, ligne: LigneSource): Lecteur {
  const parColonne = new Map(ligne.cellules.map((cellule) => [cellule.colonne, cellule]))
  const premiere = Math.min(...Object.values(colonnes))
  const signalements: Signalement[] = []
  const compris = new Map<string, string>()
  const colonneDe = (champ: string): number => colonnes[champ] ?? premiere
  const cellule = (champ: string): CelluleSource | undefined =>
    champ in colonnes ? parColonne.get(colonneDe(champ)) : undefined
  const ref = (champ: string): string => `${lettreDeColonne(colonneDe(champ))}${ligne.numero}`
  const signaler = (champ: string, remarque: Remarque): void => {
    const lieu = { feuille, cellule: ref(champ), ligne: ligne.numero, valeur: texteDeCellule(cellule(champ)) }
    const ajout = signalement(remarque, lieu)
    const deja = signalements.some(({ cellule, message }) => cellule === ajout.cellule && message === ajout.message)
    if (!deja) signalements.push(ajout)
  }
  const brut = (champ: string): string | number | null => {
    const lue = cellule(champ)
    if (lue === undefined || estVide(lue)) return null
    const probleme = illisible(lue)
    if (probleme !== undefined) signaler(champ, probleme)
    else if (typeof lue.valeur === 'number' || lue.type === 'date') return lue.valeur as string | number
    return probleme === undefined ? texteDeCellule(lue).trim() : null
  }
  return {
    feuille,
    numero: ligne.numero,
    signalements,
    aColonne: (champ) => champ in colonnes,
    ref,
    signaler,
    texte: (champ) => {
      if (brut(champ) === null) return ''
      const texte = texteDeCellule(cellule(champ))
        .replace(/[^\S\n]+/gu, ' ')
        .trim()
      if (commandes.test(texte)) signaler(champ, commeUneFormule(texte))
      return texte
    },
    lire: (champ, analyser, gravite = 'alerte') => {
      const valeur = brut(champ)
      if (valeur === null) return null
      const lecture = analyser(valeur)
      if (lecture.ok) {
        if (lecture.remarque !== undefined)
          signaler(champ, { regle: 'cellule.remarque', gravite: 'information', message: lecture.remarque })
        return lecture.valeur
      }
      signaler(champ, { regle: 'cellule.illisible', gravite, message: lecture.message, correction: lecture.suggestion })
      return null
    },
    comprendre: (champ, lu) => {
      compris.set(champ, lu)
    },
    cellules: () =>
      Object.keys(colonnes).map((champ) => {
        const ecrit = texteDeCellule(cellule(champ)).trim()
        return { champ, ref: ref(champ), brut: ecrit, lu: compris.get(champ) ?? ecrit }
      }),
  }
}

function illisible({ type, valeur, formule }: CelluleSource): Remarque | undefined {
  if (type === 'erreur')
    return {
      regle: 'cellule.erreur',
      gravite: 'alerte',
      message: `La cellule affiche l’erreur ${String(valeur)} : rien n’en est repris.`,
    }
  if (valeur !== null) return undefined
  const message = `La formule =${formule ?? ''} n’a pas de valeur enregistrée. Une formule n’est jamais calculée ici : rien n’est repris de cette cellule.`
  return {
    regle: 'cellule.formule',
    gravite: 'alerte',
    message,
    suggestion: 'Remplacez la formule par sa valeur, ou enregistrez le classeur depuis Excel.',
  }
}

function commeUneFormule(texte: string): Remarque {
  const message = `« ${texte} » commence par « ${texte.slice(0, 1)} », comme une formule : repris comme du texte, jamais exécuté.`
  return { regle: 'cellule.commande', gravite: 'information', message }
}

/** What the rows under a header are. */
export interface LignesTriees {
  donnees: LigneSource[]
  /** Rows of totals, left aside. */
  totaux: LigneSource[]
  /** Lone cells (a note under the table), left aside. */
  notes: LigneSource[]
}

const premierTexte = (ligne: LigneSource): string =>
  plier(texteDeCellule(ligne.cellules.find((cellule) => !estVide(cellule))))

/** Sorts the rows under the header: data, totals, notes; empty rows and repeated headers are passed over. */
export function trierLignes(feuille: FeuilleSource, { ligne: ligneEntetes, colonnes }: Entetes): LignesTriees {
  const tri: LignesTriees = { donnees: [], totaux: [], notes: [] }
  const utiles = new Set(Object.values(colonnes))
  const titres = feuille.lignes.find(({ numero }) => numero === ligneEntetes)
  const memesTitres = (ligne: LigneSource): boolean =>
    titres?.cellules.every(
      (titre) =>
        plier(texteDeCellule(titre)) ===
        plier(texteDeCellule(ligne.cellules.find(({ colonne }) => colonne === titre.colonne))),
    ) ?? false
  for (const ligne of feuille.lignes) {
    const remplies = ligne.cellules.filter((cellule) => utiles.has(cellule.colonne) && !estVide(cellule))
    if (ligne.numero <= ligneEntetes || remplies.length === 0 || memesTitres(ligne)) continue
    if (/^(?:sous )?tota(?:l|ux)(?: |$)/.test(premierTexte(ligne)) || /^(?:somme|ensemble)$/.test(premierTexte(ligne)))
      tri.totaux.push(ligne)
    else if (remplies.length === 1 && utiles.size > 3) tri.notes.push(ligne)
    else tri.donnees.push(ligne)
  }
  return tri
}
