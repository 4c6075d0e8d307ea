import { type Analyse, citer, lu, refuse } from '../../../shared/analyse'
import { analyserCalcul, estUnCalcul } from '../../../shared/calcul'
import { analyserJour, formatJour, jourValide } from '../../../shared/dates'
import { analyserMontant, formatMontantSaisi } from '../../../shared/money'
import { analyserEntier, analyserHeures, analyserPourcent, formatNombre } from '../../../shared/nombres'
import { plier } from '../../../shared/text'
import { fineInsecable, insecable } from '../../../shared/typographie'
import type { Value } from '../format'
import type { Column } from './column'

/** What a cell holds in the register: null empties it. */
export type CellValue = string | number | null

/** One of the choices of a cell. */
export interface Option {
  readonly value: string
  readonly label: string
  /** What else is accepted when typed or pasted: an abbreviation, a code. */
  readonly alias?: readonly string[]
  readonly detail?: string
}

type Search = (texte: string, signal: AbortSignal) => Promise<readonly Option[]>

/** How the cells of a column are typed in place. */
export type Input =
  | {
      readonly genre: 'texte'
      readonly longueur?: number
      /** A rule of its own: a code with its key, an address. */
      readonly analyser?: (texte: string) => Analyse<string>
      /** What such a cell often holds; any other text is taken all the same. */
      readonly suggerer?: Search
    }
  | { readonly genre: 'nombre' | 'entier' | 'montant' | 'pourcentage' | 'heures' | 'jour' }
  | { readonly genre: 'choix'; readonly options: readonly Option[] }
  /** A record found by any word of it: an établissement by its UAI or its name. */
  | {
      readonly genre: 'recherche'
      readonly chercher: Search
      /** A short list: it is shown whole as soon as the editor opens. */
      readonly entiere?: boolean
    }

/** The stored value behind the cells of a column, when the user may change it. */
export interface Editing<Row> {
  readonly input: Input
  /** Stored value, when it is not what the column shows: the id of a choice. */
  readonly valeur?: (row: Row) => CellValue
  /** False: this row's cell is not typed here. */
  readonly permise?: (row: Row) => boolean
  /** An empty cell is refused. */
  readonly obligatoire?: boolean
}

const perhapsSum = (lire: (texte: string) => Analyse<number>, texte: string): Analyse<number> => {
  if (!estUnCalcul(texte)) return lire(texte)
  const calcul = analyserCalcul(texte)
  return calcul.ok ? lire(formatNombre(calcul.valeur, 4).replaceAll(fineInsecable, '')) : calcul
}

/** Amounts already take plain sums to the cent; products and brackets are rounded to it. */
function analyserSomme(texte: string): Analyse<number> {
  const simple = analyserMontant(texte)
  if (simple.ok || !estUnCalcul(texte.replace(/€/gu, ''))) return simple
  const calcul = analyserCalcul(texte.replace(/€/gu, ''))
  return calcul.ok ? analyserMontant(calcul.valeur) : simple
}

/** The choice that a text names: its label, one of its aliases, or the only one whose words begin like it. */
export function findOption(options: readonly Option[], texte: string): Option | undefined {
  const cle = plier(texte)
  if (cle === '') return undefined
  const exact = options.find(({ label, alias = [] }) => [label, ...alias].some((nom) => plier(nom) === cle))
  if (exact) return exact
  const begun = options.filter(({ label }) => plier(label).startsWith(cle))
  return begun.length === 1 ? begun[0] : undefined
}

function analyserChoix(options: readonly Option[], texte: string): Analyse<string> {
  const option = findOption(options, texte)
  if (option) return lu(option.value)
  const cle = plier(texte)
  const near =
    options.find(({ label }) => plier(label).includes(cle)) ?? options.find(({ label }) => plier(label)[0] === cle[0])
  return refuse(`${citer(texte)} n’est pas dans la liste.`, near?.label)
}

function analyserTexte(texte: string, longueur = 2000): Analyse<string> {
  const propre = texte.trim()
  return propre.length <= longueur
    ? lu(propre)
    : refuse(`Ce texte compte ${propre.length} caractères, ${longueur} au plus.`)
}

/**
 * Reads what was typed or pasted in a cell. A record to be searched is read elsewhere (it takes a question to the
 * register): here its text is kept as it is.
 */
export function readCell({ input, obligatoire = false }: Editing<never>, texte: string): Analyse<CellValue> {
  if (texte.trim() === '') {
    if (obligatoire) return refuse('Cette cellule ne peut pas être vide.')
    return lu(input.genre === 'texte' ? '' : null)
  }
  switch (input.genre) {
    case 'texte':
      return input.analyser ? input.analyser(texte) : analyserTexte(texte, input.longueur)
    case 'nombre':
      return analyserCalcul(texte)
    case 'entier':
      return perhapsSum(analyserEntier, texte)
    case 'montant':
      return analyserSomme(texte)
    case 'pourcentage':
      return perhapsSum(analyserPourcent, texte)
    case 'heures':
      return perhapsSum(analyserHeures, texte)
    case 'jour':
      return analyserJour(texte)
    case 'choix':
      return analyserChoix(input.options, texte)
    case 'recherche':
      return lu(texte.trim())
  }
}

/** The stored value behind a cell. */
export function storedValue<Row>(column: Column<Row>, row: Row): CellValue {
  const value: Value = column.edition?.valeur ? column.edition.valeur(row) : column.valeur(row)
  if (value === undefined) return null
  return typeof value === 'boolean' ? Number(value) : value
}

/** What the editor opens with: the value as it would be typed. */
export function editedText(input: Input, value: CellValue, shown: string): string {
  if (value === null || value === '') return ''
  if (input.genre === 'choix') return input.options.find((option) => option.value === value)?.label ?? shown
  if (input.genre === 'recherche') return shown
  if (input.genre === 'montant' && typeof value === 'number') return formatMontantSaisi(value)
  if (input.genre === 'jour' && typeof value === 'string') return jourValide(value) ? formatJour(value) : value
  if (typeof value === 'number') {
    const written = formatNombre(value, 4).replaceAll(fineInsecable, '')
    return input.genre === 'pourcentage' ? `${written} %` : written
  }
  return value
}

/** How a value to be written reads in a preview and meanwhile in its cell. */
export function shownValue(input: Input, value: CellValue, format: (value: CellValue) => string): string {
  if (input.genre === 'choix') return input.options.find((option) => option.value === value)?.label ?? ''
  return format(value)
}

export const canEdit = <Row>(column: Column<Row> | undefined, row: Row | undefined): boolean =>
  column?.edition !== undefined && row !== undefined && column.edition.permise?.(row) !== false

/** The sentence of a refusal with its proposal. */
export const refusalSentence = (refus: { message: string; suggestion?: string }): string =>
  refus.suggestion === undefined ? refus.message : `${refus.message} Proposition${insecable}: ${refus.suggestion}.`
