import type { Chantier } from './excel-workbook'
import type { BlocDeTexte, ChiffreCle, PageDeChiffres, PageDeTexte } from './excel-description'
import {
  figureStyle,
  headingStyle,
  linkStyle,
  noteStyle,
  paragraphStyle,
  softTextStyle,
  subtitleStyle,
  termStyle,
  titleStyle,
} from './excel-styles'
import { linkTo, writeCells } from './excel-table'
import { cellText } from './excel-text'
import { cellValue } from './excel-values'

/** Writes a cover page: four columns, one key figure a row: label, value, unit, definition. */
export function writeFigures(chantier: Chantier, page: PageDeChiffres, nom: string): void {
  const sheet = chantier.addSheet(nom, { orientation: 'portrait', view: { showGridLines: false } })
  ;[44, 18, 14, 62].forEach((width, index) => (sheet.getColumn(index + 1).width = width))
  let next = 1
  const write = (...cells: Parameters<typeof writeCells> extends [unknown, ...infer Rest] ? Rest : never) =>
    writeCells(sheet.getRow(next++), ...cells)
  write([cellText(page.titre)], [titleStyle])
  if (page.sousTitre) write([cellText(page.sousTitre)], [subtitleStyle])
  for (const rubrique of page.rubriques) {
    next += 1
    write([cellText(rubrique.titre), null, null, null], [headingStyle, headingStyle, headingStyle, headingStyle])
    for (const chiffre of rubrique.chiffres) write(...figureRow(chiffre))
  }
  if (page.liens?.length) {
    next += 1
    write(['Feuilles du classeur', null, null, null], [headingStyle, headingStyle, headingStyle, headingStyle])
    for (const lien of page.liens) write([linkTo(chantier.nomDe(lien.feuille), lien.libelle)], [linkStyle])
  }
  next += 1
  if (page.note) write([cellText(page.note)], [noteStyle])
  sheet.commit()
}

function figureRow(chiffre: ChiffreCle) {
  const text = (value: string | undefined) => (value === undefined ? null : cellText(value))
  return [
    [cellText(chiffre.libelle), cellValue(chiffre.type, chiffre.valeur), text(chiffre.unite), text(chiffre.definition)],
    [paragraphStyle, figureStyle(chiffre.type, chiffre.decimales), softTextStyle, softTextStyle],
  ] as const
}

/** Writes a page to read: terms in the first column, texts wrapped in the second. */
export function writeText(chantier: Chantier, page: PageDeTexte, nom: string): void {
  const sheet = chantier.addSheet(nom, { orientation: 'portrait', view: { showGridLines: false } })
  sheet.getColumn(1).width = 34
  sheet.getColumn(2).width = 86
  let next = 1
  writeCells(sheet.getRow(next++), [cellText(page.titre)], [titleStyle])
  if (page.sousTitre) writeCells(sheet.getRow(next++), [cellText(page.sousTitre)], [subtitleStyle])
  if (page.lienRetour) {
    writeCells(sheet.getRow(next++), [linkTo(chantier.nomDe(page.lienRetour), `← ${page.lienRetour}`)], [linkStyle])
  }
  next += 1
  for (const bloc of page.blocs) {
    if (bloc.genre === 'titre') next += 1
    const [values, styles] = blockRow(bloc)
    const row = sheet.getRow(next)
    if (bloc.genre === 'paragraphe') {
      sheet.mergeCells(next, 1, next, 2)
      row.height = heightOf(bloc.texte)
    }
    writeCells(row, values, styles)
    next += 1
  }
  sheet.commit()
}

function blockRow(bloc: BlocDeTexte) {
  if (bloc.genre === 'titre')
    return [
      [cellText(bloc.texte), null],
      [headingStyle, headingStyle],
    ] as const
  if (bloc.genre === 'paragraphe') return [[cellText(bloc.texte)], [paragraphStyle]] as const
  return [
    [cellText(bloc.terme), cellText(bloc.texte)],
    [termStyle, paragraphStyle],
  ] as const
}

/** Spreadsheets do not fit the height of merged cells to their text: about 125 characters of 10 points hold in a line. */
function heightOf(texte: string): number {
  const lines = texte.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / 125)), 0)
  return lines * 13.5 + 3
}
