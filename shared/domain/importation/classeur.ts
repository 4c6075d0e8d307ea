import { formatJour } from '../../dates'

/** What the import looks at in a cell: the shape that the workbook reader gives. */
export interface CelluleSource {
  readonly colonne: number
  readonly ref: string
  readonly type: 'texte' | 'nombre' | 'date' | 'booleen' | 'erreur' | 'formule'
  /** A date is `AAAA-MM-JJ`; a formula gives its last saved value, null when none was saved. */
  readonly valeur: string | number | boolean | null
  readonly formule?: string
}

export interface LigneSource {
  readonly numero: number
  readonly cellules: readonly CelluleSource[]
}

export interface FeuilleSource {
  readonly nom: string
  readonly lignes: readonly LigneSource[]
  readonly masquee?: boolean
}

/** 28 → « AB ». */
export function lettreDeColonne(colonne: number): string {
  let lettres = ''
  for (let reste = colonne; reste > 0; reste = Math.floor((reste - 1) / 26)) {
    lettres = String.fromCharCode(65 + ((reste - 1) % 26)) + lettres
  }
  return lettres
}

/** « G17 » → { colonne: 7, numero: 17 }; undefined when it is no address. */
export function adresse(ref: string): { colonne: number; numero: number } | undefined {
  const [, lettres, chiffres] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(ref) ?? []
  if (lettres === undefined || chiffres === undefined) return undefined
  const colonne = [...lettres].reduce((total, lettre) => total * 26 + lettre.charCodeAt(0) - 64, 0)
  return { colonne, numero: Number(chiffres) }
}

/** What a person sees in the cell; a formula without saved value shows itself, « =1+1 ». */
export function texteDeCellule(cellule: CelluleSource | undefined): string {
  if (cellule === undefined) return ''
  const { type, valeur, formule } = cellule
  if (valeur === null) return formule === undefined ? '' : `=${formule}`
  if (type === 'date') return formatJour(String(valeur))
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  return typeof valeur === 'number' ? String(valeur).replace('.', ',') : valeur
}

export const estVide = (cellule: CelluleSource): boolean =>
  cellule.formule === undefined && texteDeCellule(cellule).trim() === ''

/** Cells that one import may correct. */
export const correctionsMax = 100_000

/** A cell whose text the user accepted to replace. */
export interface Correction {
  feuille: string
  cellule: string
  valeur: string
}

/** The same sheets with the corrected cells in place; the file itself is never touched. */
export function corriger(feuilles: readonly FeuilleSource[], corrections: readonly Correction[]): FeuilleSource[] {
  return feuilles.map((feuille) => {
    const siennes = corrections.filter((correction) => correction.feuille === feuille.nom)
    if (siennes.length === 0) return feuille
    const parLigne = new Map<number, CelluleSource[]>()
    for (const { cellule: ref, valeur } of siennes) {
      const lieu = adresse(ref)
      if (lieu === undefined) continue
      const corrigee: CelluleSource = { colonne: lieu.colonne, ref, type: 'texte', valeur }
      parLigne.set(lieu.numero, [...(parLigne.get(lieu.numero) ?? []), corrigee])
    }
    return { ...feuille, lignes: feuille.lignes.map((ligne) => corrigerLigne(ligne, parLigne.get(ligne.numero))) }
  })
}

/** Of two corrections of one cell, the last counts. */
function corrigerLigne(ligne: LigneSource, corrigees: readonly CelluleSource[] | undefined): LigneSource {
  if (corrigees === undefined) return ligne
  const parColonne = new Map([...ligne.cellules, ...corrigees].map((cellule) => [cellule.colonne, cellule]))
  return { ...ligne, cellules: [...parColonne.values()].sort((a, b) => a.colonne - b.colonne) }
}
