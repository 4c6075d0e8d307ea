import type { Buffer } from 'node:buffer'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ClasseurDecrit } from './excel-description'
import { writeFigures, writeText } from './excel-pages'
import { writeTable } from './excel-table'
import { sheetName } from './excel-text'
import type { Chantier } from './excel-workbook'
import { writeWorkbook } from './excel-workbook'

export type * from './excel-description'

export interface OptionsDeRendu {
  signal?: AbortSignal | undefined
  /** Called with the number of table rows written so far, in the whole workbook. */
  onProgress?: ((lignes: number) => void) | undefined
}

/**
 * Description → bytes of an .xlsx file, written as a stream: 50 000 rows × 20 columns take about two seconds and
 * 200 MB. The same description gives the same bytes. Rejects with the signal's reason when it is aborted.
 */
export async function renderExcel(classeur: ClasseurDecrit, options: OptionsDeRendu = {}): Promise<Buffer> {
  const names = new Set<string>()
  const finals = classeur.feuilles.map((feuille) => sheetName(feuille.nom, names))
  let written = 0
  return writeWorkbook(classeur, async (addSheet) => {
    const chantier: Chantier = {
      addSheet,
      nomDe: (nom) => finals[classeur.feuilles.findIndex((feuille) => feuille.nom === nom)] ?? finals[0] ?? nom,
      async pause(lignes) {
        written += lignes
        options.onProgress?.(written)
        await nextTurn()
        options.signal?.throwIfAborted()
      },
    }
    for (const [index, feuille] of classeur.feuilles.entries()) {
      options.signal?.throwIfAborted()
      const nom = finals[index] ?? feuille.nom
      if (feuille.genre === 'chiffres') writeFigures(chantier, feuille, nom)
      else if (feuille.genre === 'texte') writeText(chantier, feuille, nom)
      else await writeTable(chantier, feuille, nom)
    }
  })
}
