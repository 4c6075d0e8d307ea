import type { Chantier } from './excel-workbook'
import type { BlocDeTexte, ChiffreCle, PageDeChiffres, PageDeTexte } from './excel-description'
import {
  figureLabelStyle,
  figureNoteStyle,
  figureStyle,
  headingStyle,
  linkStyle,
  noteStyle,
  paragraphStyle,
  subtitleStyle,
  termStyle,
  titleStyle,
} from './excel-styles'
import { hauteurDe, lignesDe } from './excel-mesure'
import { linkTo, writeCells } from './excel-table'
import { cellText } from './excel-text'
import { cellValue } from './excel-values'

/** Columns of a cover page: label, value, unit, definition. In characters, like the two of a page to read. */
const figureWidths = [36, 16, 11, 66] as const
const textWidths = [34, 86] as const

const headingRow = [headingStyle, headingStyle, headingStyle, headingStyle]

/** Writes a cover page: one key figure a row under its heading, then the links. */
export function writeFigures(chantier: Chantier, page: PageDeChiffres, nom: string): void {
  const sheet = chantier.addSheet(nom, { orientation: 'portrait', view: { showGridLines: false } })
  figureWidths.forEach((width, index) => (sheet.getColumn(index + 1).width = width))
  let next = 1
  const write = (
    height: number,
    values: Parameters<typeof writeCells>[1],
    styles: Parameters<typeof writeCells>[2],
  ) => {
    const row = sheet.getRow(next++)
    row.height = height
    writeCells(row, values, styles)
  }
  write(26, [cellText(page.titre)], [titleStyle])
  if (page.sousTitre) write(16, [cellText(page.sousTitre)], [subtitleStyle])
  for (const rubrique of page.rubriques) {
    next += 1
    write(20, [cellText(rubrique.titre), null, null, null], headingRow)
    for (const chiffre of rubrique.chiffres) {
      const lines = Math.max(
        lignesDe(chiffre.libelle, figureWidths[0]),
        lignesDe(chiffre.definition ?? '', figureWidths[3]),
      )
      write(Math.max(hauteurDe(lines), 20), ...figureCells(chiffre))
    }
  }
  if (page.liens?.length) {
    next += 1
    write(20, ['Feuilles du classeur', null, null, null], headingRow)
    for (const lien of page.liens) write(16, [linkTo(chantier.nomDe(lien.feuille), lien.libelle)], [linkStyle])
  }
  next += 1
  if (page.note) write(16, [cellText(page.note)], [noteStyle])
  sheet.commit()
}

function figureCells(chiffre: ChiffreCle) {
  const text = (value: string | undefined) => (value === undefined ? null : cellText(value))
  return [
    [cellText(chiffre.libelle), cellValue(chiffre.type, chiffre.valeur), text(chiffre.unite), text(chiffre.definition)],
    [figureLabelStyle, figureStyle(chiffre.type, chiffre.decimales), figureNoteStyle, figureNoteStyle],
  ] as const
}

/** Writes a page to read: terms in the first column, texts wrapped in the second. */
export function writeText(chantier: Chantier, page: PageDeTexte, nom: string): void {
  const sheet = chantier.addSheet(nom, { orientation: 'portrait', view: { showGridLines: false } })
  textWidths.forEach((width, index) => (sheet.getColumn(index + 1).width = width))
  let next = 1
  const title = sheet.getRow(next++)
  title.height = 26
  writeCells(title, [cellText(page.titre)], [titleStyle])
  if (page.sousTitre) writeCells(sheet.getRow(next++), [cellText(page.sousTitre)], [subtitleStyle])
  if (page.lienRetour) {
    writeCells(sheet.getRow(next++), [linkTo(chantier.nomDe(page.lienRetour), `← ${page.lienRetour}`)], [linkStyle])
  }
  next += 1
  for (const bloc of page.blocs) {
    if (bloc.genre === 'titre') next += 1
    if (bloc.genre === 'paragraphe') sheet.mergeCells(next, 1, next, 2)
    const row = sheet.getRow(next++)
    row.height = blockHeight(bloc)
    const [values, styles] = blockCells(bloc)
    writeCells(row, values, styles)
  }
  sheet.commit()
}

function blockCells(bloc: BlocDeTexte) {
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

function blockHeight(bloc: BlocDeTexte): number {
  if (bloc.genre === 'titre') return 20
  const lines =
    bloc.genre === 'paragraphe'
      ? lignesDe(bloc.texte, textWidths[0] + textWidths[1])
      : Math.max(lignesDe(bloc.terme, textWidths[0]), lignesDe(bloc.texte, textWidths[1]))
  return hauteurDe(lines) + 2
}
