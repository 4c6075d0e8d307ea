import type { Buffer } from 'node:buffer'
import { columnName } from './cell-ref'
import { writeWorkbook } from './excel-workbook'
import { bodyStyle, headerStyle, markedStyle } from './excel-styles'
import { largeurDeColonne } from './excel-mesure'
import { cellText, sheetName } from './excel-text'

/** Rows given back to their author, each cell to look at coloured and commented. */
export interface ClasseurAnnote {
  titre: string
  auteur: string
  /** Instant, ISO UTC. */
  creeLe: string
  feuilles: readonly FeuilleAnnotee[]
}

export interface FeuilleAnnotee {
  nom: string
  entetes: readonly string[]
  /** Values as they were read; a text stays a text, whatever it starts with. */
  lignes: readonly (readonly (string | number | boolean | null)[])[]
  /** Sentence by address in *this* sheet: the header is row 1, the first row of `lignes` is row 2. */
  commentaires: ReadonlyMap<string, string>
}

const width = { min: 10, max: 40 }

/** Description → bytes of an .xlsx file. Every comment is shown, also on an empty cell. */
export async function renderExcelAnnote(classeur: ClasseurAnnote): Promise<Buffer> {
  const names = new Set<string>()
  const plain = bodyStyle('texte')
  return writeWorkbook(classeur, (addSheet) => {
    for (const feuille of classeur.feuilles) {
      const sheet = addSheet(sheetName(feuille.nom, names), {
        orientation: 'landscape',
        printTitlesRow: '1:1',
        view: { state: 'frozen', xSplit: 0, ySplit: 1 },
      })
      const columns = feuille.lignes.reduce((most, ligne) => Math.max(most, ligne.length), feuille.entetes.length)
      for (let column = 1; column <= columns; column += 1) {
        sheet.getColumn(column).width = widthOf(feuille, column)
      }
      const rows = [feuille.entetes, ...feuille.lignes]
      rows.forEach((values, index) => {
        const row = sheet.getRow(index + 1)
        for (let column = 1; column <= columns; column += 1) {
          const cell = row.getCell(column)
          const comment = feuille.commentaires.get(`${columnName(column)}${index + 1}`)
          const value = values[column - 1] ?? null
          cell.value = typeof value === 'string' ? cellText(value) : value
          cell.style = comment !== undefined ? markedStyle : index === 0 ? headerStyle('texte') : plain
          if (comment !== undefined) cell.note = cellText(comment)
        }
        row.commit()
      })
      sheet.commit()
    }
  })
}

function widthOf({ entetes, lignes }: FeuilleAnnotee, column: number): number {
  const textes = lignes.map((ligne) => String(ligne[column - 1] ?? ''))
  return largeurDeColonne(entetes[column - 1] ?? '', textes, width)
}
