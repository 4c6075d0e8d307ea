import { columnName, columnOf, lastRow } from './cell-ref'
import { isDateFormat, serialToDay } from './xlsx-dates'
import type { LimitesClasseur } from './xlsx-limits'
import type { Attributes, XmlHandlers } from './xlsx-xml'
import { decodeEscapes, readXml } from './xlsx-xml'
import type { Archive } from './zip-guard'
import { refused } from './zip-guard'

/** What the sheets share. `reste` is decremented as cells are kept, so the bounds hold for the whole workbook. */
export interface ContexteDeFeuille {
  archive: Archive
  nom: string
  limites: LimitesClasseur
  reste: { cellules: number; caracteres: number }
  /** Format code per cell style; undefined for 'General'. */
  formats: readonly (string | undefined)[]
  chaines: readonly string[]
  date1904: boolean
  signal: AbortSignal | undefined
}

export interface LigneLue {
  /** 1-based, as Excel shows it. */
  numero: number
  /** Only the cells that hold something, left to right. */
  cellules: CelluleLue[]
}

export interface CelluleLue {
  /** 1-based: 6 is column F. */
  colonne: number
  ref: string
  /** 'formule' when there is a formula whose last saved value is not an error. */
  type: 'texte' | 'nombre' | 'date' | 'booleen' | 'erreur' | 'formule'
  /** A date is its day, 'YYYY-MM-DD'. A formula gives its last saved value, null when none was saved. */
  valeur: string | number | boolean | null
  /** Text of the formula, without '='; empty for a cell that shares its neighbour's. */
  formule?: string
  /** Format code ('0%', 'dd/mm/yyyy'…), absent for 'General' and for texts. */
  format?: string
}

/** Cells of one sheet. Merged areas, validations, drawings and styles of empty cells are passed over unread. */
export async function readSheet(context: ContexteDeFeuille, part: string, feuille: string): Promise<LigneLue[]> {
  const lignes: LigneLue[] = []
  await readXml(context.archive, part, context.nom, sheetHandlers(context, feuille, lignes), context.signal)
  return lignes
}

function sheetHandlers(context: ContexteDeFeuille, feuille: string, lignes: LigneLue[]): XmlHandlers {
  const datesByStyle = context.formats.map((format) => format !== undefined && isDateFormat(format))
  let ligne: LigneLue = { numero: 0, cellules: [] }
  let column = 0
  let raw = emptyCell({})
  let target: 'value' | 'text' | 'formula' | undefined
  let phonetic = false

  const openRow = (attributes: Attributes) => {
    const numero = Number(attributes['r'] ?? ligne.numero + 1)
    if (!Number.isInteger(numero) || numero < 1 || numero > lastRow) throw unreadable(context, feuille)
    ligne = { numero, cellules: [] }
    column = 0
  }
  const closeRow = () => {
    if (ligne.cellules.length === 0) return
    if (lignes.push(ligne) > context.limites.lignes) {
      throw tooBig(context, feuille, `plus de ${context.limites.lignes.toLocaleString('fr-FR')} lignes remplies`)
    }
  }
  const closeCell = () => {
    const cell = cellOf(raw, column, ligne.numero, context, datesByStyle)
    if (!cell) return
    keep(context, feuille, cell)
    ligne.cellules.push(cell)
  }
  return {
    until: 'sheetData',
    open(name, attributes) {
      if (name === 'c') {
        column = columnOf(attributes['r'] ?? '') || column + 1
        raw = emptyCell(attributes)
      } else if (name === 'v') target = 'value'
      else if (name === 't') target = phonetic ? undefined : 'text'
      else if (name === 'f') [target, raw.formula] = ['formula', '']
      else if (name === 'row') openRow(attributes)
      else if (name === 'rPh') phonetic = true
    },
    text(piece) {
      if (target === 'value') raw.value += piece
      else if (target === 'text') raw.text += piece
      else if (target === 'formula') raw.formula = (raw.formula ?? '') + piece
    },
    close(name) {
      target = undefined
      if (name === 'c') closeCell()
      else if (name === 'row') closeRow()
      else if (name === 'rPh') phonetic = false
    },
  }
}

interface RawCell {
  type: string
  style: number
  value: string
  text: string
  formula: string | undefined
}

function emptyCell(attributes: Attributes): RawCell {
  const { t = 'n', s = '-1' } = attributes
  return { type: t, style: Number(s), value: '', text: '', formula: undefined }
}

function cellOf(
  raw: RawCell,
  colonne: number,
  ligne: number,
  context: ContexteDeFeuille,
  datesByStyle: readonly boolean[],
): CelluleLue | undefined {
  const read = valueOf(raw, context, datesByStyle[raw.style] ?? false)
  if (raw.formula === undefined && (read.valeur === null || read.valeur === '')) return undefined
  const cell: CelluleLue = { colonne, ref: `${columnName(colonne)}${ligne}`, ...read }
  if (raw.formula !== undefined) {
    cell.formule = raw.formula
    if (cell.type !== 'erreur') cell.type = 'formule'
  }
  const format = context.formats[raw.style]
  if (format !== undefined && typeof read.valeur !== 'boolean' && read.type !== 'texte') cell.format = format
  return cell
}

function valueOf(raw: RawCell, context: ContexteDeFeuille, isDate: boolean): Pick<CelluleLue, 'type' | 'valeur'> {
  const { type, value } = raw
  if (type === 'inlineStr') return { type: 'texte', valeur: decodeEscapes(raw.text) }
  if (value === '') return { type: 'nombre', valeur: null }
  if (type === 's') return { type: 'texte', valeur: context.chaines[Number(value)] ?? '' }
  if (type === 'str') return { type: 'texte', valeur: decodeEscapes(value) }
  if (type === 'b') return { type: 'booleen', valeur: value === '1' || value === 'true' }
  if (type === 'e') return { type: 'erreur', valeur: value }
  if (type === 'd')
    return /^\d{4}-\d{2}-\d{2}/.test(value)
      ? { type: 'date', valeur: value.slice(0, 10) }
      : { type: 'texte', valeur: value }
  const number = Number(value)
  if (Number.isNaN(number)) return { type: 'texte', valeur: value }
  const day = isDate ? serialToDay(number, context.date1904) : undefined
  return day === undefined ? { type: 'nombre', valeur: number } : { type: 'date', valeur: day }
}

/** Counts a kept cell against the bounds of the workbook. */
function keep(context: ContexteDeFeuille, feuille: string, cell: CelluleLue): void {
  const { limites, reste } = context
  if (cell.colonne > limites.colonnes) {
    throw tooBig(context, feuille, `des valeurs au-delà de la colonne ${columnName(limites.colonnes)} (en ${cell.ref})`)
  }
  reste.cellules -= 1
  reste.caracteres -= (typeof cell.valeur === 'string' ? cell.valeur.length : 0) + (cell.formule?.length ?? 0)
  if (reste.cellules < 0) throw tooBig(context, feuille, 'trop de cellules remplies')
  if (reste.caracteres < 0) throw tooBig(context, feuille, 'trop de texte')
}

function tooBig(context: ContexteDeFeuille, feuille: string, quoi: string) {
  return refused(
    context.nom,
    `est trop grand : la feuille « ${feuille} » a ${quoi}. Gardez dans un classeur à part les lignes utiles et recommencez.`,
  )
}

function unreadable(context: ContexteDeFeuille, feuille: string) {
  return refused(context.nom, `est abîmé : la feuille « ${feuille} » a une ligne mal numérotée.`)
}
