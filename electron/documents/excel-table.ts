import type { CellFormulaValue, CellHyperlinkValue, Row } from 'exceljs'
import { net } from '../../shared/nombres'
import { columnName } from './cell-ref'
import type { ColonneDecrite, FeuilleDecrite, GroupeDecrit, ValeurDecrite } from './excel-description'
import type { CellStyle } from './excel-styles'
import {
  bodyStyle,
  headerStyle,
  linkStyle,
  noteStyle,
  subtitleStyle,
  titleStyle,
  totalStyle,
  withUnit,
} from './excel-styles'
import { hauteurDe, largeurDeColonne, lignesDe, texteMontre } from './excel-mesure'
import { cellText } from './excel-text'
import { cellValue } from './excel-values'
import type { Chantier } from './excel-workbook'

/** Rows between two turns of the event loop: the file is compressed meanwhile, and a cancel is heard. */
const turn = 500

const totalFunctions = { somme: 109, compte: 103, moyenne: 101 } as const
/** The same functions, that count the rows of a folded group too. */
const totalOfGroups = { somme: 9, compte: 3, moyenne: 1 } as const

/** Writes one table sheet row by row; memory does not grow with the number of rows. */
export async function writeTable(chantier: Chantier, feuille: FeuilleDecrite, nom: string): Promise<void> {
  const heads = headLines(feuille, chantier.nomDe)
  const headerRow = heads.length === 0 ? 1 : heads.length + 2
  const sheet = chantier.addSheet(nom, {
    orientation: feuille.orientation === 'portrait' ? 'portrait' : 'landscape',
    printTitlesRow: `${headerRow}:${headerRow}`,
    view: { state: 'frozen', xSplit: feuille.figer ?? 0, ySplit: headerRow, showGridLines: false },
    groupee: feuille.groupes !== undefined,
  })
  const { debut, toutes } = entamer(feuille.lignes)
  const widths = feuille.colonnes.map((colonne) => widthOf(colonne, debut, feuille))
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width))
  heads.forEach(({ value, style }, index) => {
    const row = sheet.getRow(index + 1)
    if (style === titleStyle) row.height = 26
    writeCells(row, [value], [style])
  })
  writeHeader(sheet.getRow(headerRow), feuille.colonnes, widths)
  const totals = feuille.colonnes.map(() => ({ somme: 0, nombres: 0, remplies: 0 }))
  const columns = feuille.colonnes.map((colonne, index): Column => {
    const wraps = wrapsIn(colonne)
    return {
      ...{ colonne, width: wraps ? (widths[index] ?? 0) : null },
      ...{ style: bodyStyle(colonne.type, colonne.decimales, wraps), total: totalStyle(colonne) },
    }
  })
  const groupes = new Map((feuille.groupes ?? []).map((groupe) => [groupe.debut, groupe]))
  let last = headerRow
  let rang = 0
  let dans: GroupeDecrit | undefined
  for (const ligne of toutes) {
    const groupe = groupes.get(rang++)
    if (groupe) writeGroup(sheet.getRow(++last), feuille.colonnes, groupe, last)
    dans = groupe ?? dans
    last += 1
    const row = sheet.getRow(last)
    if (dans) outline(row, 1, { hidden: dans.replie === true })
    writeBodyRow(row, columns, ligne, feuille.cleTotal, totals)
    if ((last - headerRow) % turn === 0) await chantier.pause(turn)
  }
  await chantier.pause((last - headerRow) % turn)
  const lastColumn = columnName(Math.max(feuille.colonnes.length, 1))
  if (feuille.filtre !== false && groupes.size === 0 && last > headerRow)
    sheet.autoFilter = `A${headerRow}:${lastColumn}${last}`
  let next = last + 1
  if (last === headerRow) writeCells(sheet.getRow(next++), ['Aucune ligne'], [noteStyle])
  else if (feuille.colonnes.some(hasTotal)) {
    writeTotals(sheet.getRow(next++), feuille, totals, headerRow + 1, last)
  }
  if (feuille.note) writeCells(sheet.getRow(next + 1), [cellText(feuille.note)], [noteStyle])
  sheet.commit()
}

interface Running {
  somme: number
  nombres: number
  remplies: number
}

function headLines(feuille: FeuilleDecrite, nomDe: Chantier['nomDe']) {
  const heads: { value: string | CellHyperlinkValue; style: CellStyle }[] = []
  if (feuille.titre) heads.push({ value: cellText(feuille.titre), style: titleStyle })
  if (feuille.sousTitre) heads.push({ value: cellText(feuille.sousTitre), style: subtitleStyle })
  if (feuille.lienRetour)
    heads.push({ value: linkTo(nomDe(feuille.lienRetour), `← ${feuille.lienRetour}`), style: linkStyle })
  return heads
}

/** A link inside the workbook; sheet names are ours, cleaned: no user's address is ever a target. */
export function linkTo(nom: string, text: string): CellHyperlinkValue {
  return { text: cellText(text), hyperlink: `#'${nom.replaceAll("'", "''")}'!A1` }
}

type Ligne = Readonly<Record<string, ValeurDecrite>>

/** Rows that the widths are measured on, at most: the table is read once, as it comes. */
const mesurees = 500

/** The first rows, and all of them again. */
function entamer(lignes: Iterable<Ligne>): { debut: readonly Ligne[]; toutes: Iterable<Ligne> } {
  const suite = lignes[Symbol.iterator]()
  const debut: Ligne[] = []
  while (debut.length < mesurees) {
    const prochaine = suite.next()
    if (prochaine.done) break
    debut.push(prochaine.value)
  }
  function* toutes(): Generator<Ligne> {
    yield* debut
    yield* { [Symbol.iterator]: () => suite }
  }
  return { debut, toutes: toutes() }
}

/** A text is wrapped, unless somebody chose its width: then it is cut there, as on the screen. */
const wrapsIn = ({ type, largeur }: ColonneDecrite): boolean => type === 'texte' && largeur === undefined

/** Width of a column: the one chosen, or what it shows; a number is never too narrow, or it would read ###. */
function widthOf(colonne: ColonneDecrite, debut: readonly Ligne[], feuille: FeuilleDecrite): number {
  const { titre, type, cle, decimales, cleUnite, largeur, total, totalDonne, uniteTotale } = colonne
  if (type === 'texte' && largeur !== undefined) return largeur
  const shown = (valeur: ValeurDecrite, unite?: ValeurDecrite): string =>
    texteMontre(type, valeur, decimales ?? (type === 'pourcentage' ? 1 : 2), typeof unite === 'string' ? unite : '')
  const textes = debut.map((ligne) => shown(ligne[cle], cleUnite === undefined ? '' : ligne[cleUnite]))
  const numbers = debut.flatMap((ligne) => (typeof ligne[cle] === 'number' ? [ligne[cle]] : []))
  if (total === 'somme')
    textes.push(`${shown(numbers.reduce((sum, valeur) => sum + valeur, 0))}${debut.length < mesurees ? '' : ' 000'}`)
  if (total === 'compte') textes.push(`Total : ${String(debut.length)}`)
  if (totalDonne !== undefined) textes.push(shown(totalDonne, uniteTotale))
  const filtre = feuille.filtre !== false && feuille.groupes === undefined
  return Math.max(largeur ?? 0, largeurDeColonne(titre, textes, { min: 7, max: type === 'texte' ? 44 : 30, filtre }))
}

function writeHeader(row: Row, colonnes: readonly ColonneDecrite[], widths: readonly number[]): void {
  // The button of the filter takes the end of the last line.
  const lines = colonnes.map(({ titre }, index) => lignesDe(`${titre}  `, widths[index] ?? 0))
  row.height = hauteurDe(Math.max(1, ...lines)) + 6
  colonnes.forEach((colonne, index) => {
    const cell = row.getCell(index + 1)
    cell.value = cellText(colonne.titre)
    cell.style = headerStyle(colonne.type)
    if (colonne.aide) cell.note = cellText(colonne.aide)
  })
  row.commit()
}

/** A column as its cells need it. */
interface Column {
  colonne: ColonneDecrite
  /** Where its texts are wrapped; null when they are not. */
  width: number | null
  style: CellStyle
  /** Of a row that is a total of others. */
  total: CellStyle
}

function writeBodyRow(
  row: Row,
  columns: readonly Column[],
  ligne: Ligne,
  cleTotal: string | undefined,
  totals: readonly Running[],
): void {
  const accented = cleTotal !== undefined && ligne[cleTotal] === true
  let lines = 1
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index]
    const total = totals[index]
    if (!column || !total) continue
    const { colonne, width } = column
    const given = ligne[colonne.cle]
    const value = cellValue(colonne.type, given)
    const cell = row.getCell(index + 1)
    if (value !== null) {
      cell.value = value
      total.remplies += 1
    }
    if (typeof value === 'number' && typeof given === 'number') {
      total.somme += given
      total.nombres += 1
    }
    if (width !== null && typeof value === 'string') lines = Math.max(lines, lignesDe(value, width))
    cell.style = accented ? column.total : styleOf(colonne, ligne, column.style)
  }
  row.height = hauteurDe(lines)
  row.commit()
}

/** Styles of cells that say what they count, each made once. */
const unitStyles = new WeakMap<CellStyle, Map<string, CellStyle>>()

function styleOf({ cleUnite }: ColonneDecrite, ligne: Ligne, style: CellStyle): CellStyle {
  const unite = cleUnite === undefined ? undefined : ligne[cleUnite]
  if (typeof unite !== 'string' || unite === '') return style
  const known = unitStyles.get(style) ?? new Map<string, CellStyle>()
  unitStyles.set(style, known)
  const made = known.get(unite) ?? withUnit(style, unite)
  known.set(unite, made)
  return made
}

/** The bars at the left of the sheet. ExcelJS says of every row in a group that a group is folded beside it. */
function outline(
  row: Row,
  level: 0 | 1,
  { hidden = false, collapsed = false }: { hidden?: boolean; collapsed?: boolean },
): void {
  Object.defineProperty(row, 'collapsed', { value: collapsed })
  row.outlineLevel = level
  row.hidden = hidden
}

/** The title of a group, and its subtotals, which the total of the whole column leaves aside. */
function writeGroup(row: Row, colonnes: readonly ColonneDecrite[], groupe: GroupeDecrit, at: number): void {
  row.height = hauteurDe(1)
  outline(row, 0, { collapsed: groupe.replie === true })
  colonnes.forEach((colonne, index) => {
    const cell = row.getCell(index + 1)
    // The title of the group runs over its neighbours.
    cell.style = index === 0 ? withoutWrap(totalStyle(colonne)) : totalStyle(colonne)
    const somme = groupe.totaux[colonne.cle]
    if (index === 0) cell.value = cellText(groupe.titre)
    else if (colonne.totalDonne !== undefined && somme !== undefined) cell.value = cellValue(colonne.type, net(somme))
    else if (colonne.total === 'somme' && somme !== undefined) {
      const nom = columnName(index + 1)
      cell.value = {
        formula: `SUBTOTAL(${totalOfGroups.somme},${nom}${at + 1}:${nom}${at + groupe.nombre})`,
        result: Number(cellValue(colonne.type, net(somme))),
      }
    }
  })
  row.commit()
}

const withoutWrap = (style: CellStyle): CellStyle => ({ ...style, alignment: { ...style.alignment, wrapText: false } })

const hasTotal = ({ total, totalDonne }: ColonneDecrite): boolean => Boolean(total) || totalDonne !== undefined

function writeTotals(
  row: Row,
  { colonnes, groupes }: FeuilleDecrite,
  totals: readonly Running[],
  first: number,
  last: number,
): void {
  const functions = groupes ? totalOfGroups : totalFunctions
  row.height = hauteurDe(1) + 2
  // A count in the first column is the title of the row; otherwise the first column without a total is.
  const counted = colonnes[0]?.total === 'compte'
  const label = counted ? -1 : colonnes.findIndex((colonne) => !hasTotal(colonne))
  colonnes.forEach((colonne, index) => {
    const cell = row.getCell(index + 1)
    const title = counted && index === 0
    cell.style = totalStyle(colonne, colonne.total === 'compte' && !title)
    const running = totals[index]
    if (index === label) cell.value = 'Total'
    if (colonne.totalDonne !== undefined) cell.value = cellValue(colonne.type, net(colonne.totalDonne))
    if (!colonne.total || !running) return
    const range = `${columnName(index + 1)}${first}:${columnName(index + 1)}${last}`
    const formula = `SUBTOTAL(${functions[colonne.total]},${range})`
    const result = totalOf(colonne, running)
    // The title is a text, so that whoever reads the sheet back knows the row for a total.
    const value: CellFormulaValue = title
      ? { formula: `"Total : "&${formula}`, result: `Total : ${String(result)}` }
      : { formula, result }
    // The mean of nothing is an error in a spreadsheet: no formula then.
    if (colonne.total !== 'moyenne' || running.nombres > 0) cell.value = value
  })
  row.commit()
}

function totalOf(colonne: ColonneDecrite, running: Running): number {
  if (colonne.total === 'compte') return running.remplies
  const raw = colonne.total === 'moyenne' ? running.somme / running.nombres : running.somme
  return Number(cellValue(colonne.type, net(raw)))
}

/** Fills a row from its first cell; cells without a value are left out. */
export function writeCells(
  row: Row,
  values: readonly (string | number | CellHyperlinkValue | null)[],
  styles: readonly CellStyle[],
): void {
  values.forEach((value, index) => {
    const style = styles[index]
    if (value === null && !style) return
    const cell = row.getCell(index + 1)
    if (value !== null) cell.value = value
    if (style) cell.style = style
  })
  row.commit()
}
