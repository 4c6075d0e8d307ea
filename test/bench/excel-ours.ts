import { readFileSync } from 'node:fs'
import { deliver } from '../../electron/documents/deliver'
import type { ColonneDecrite, ValeurDecrite } from '../../electron/documents/excel'
import { renderExcel } from '../../electron/documents/excel'

/** 50 000 rows of 20 mixed columns, written as the product writes a bilan's sheet. The peer writes the same values. */
const types = ['texte', 'entier', 'nombre', 'jour', 'montant'] as const

const colonnes = Array.from({ length: 20 }, (_, index): ColonneDecrite => {
  const type = types[index % 5] ?? 'texte'
  return {
    cle: `c${index}`,
    titre: `Colonne ${index}`,
    type,
    total: type === 'entier' || type === 'montant' ? 'somme' : null,
  }
})

function* lignes(count: number) {
  for (let row = 0; row < count; row += 1) {
    const ligne: Record<string, ValeurDecrite> = {}
    for (let column = 0; column < 20; column += 1) {
      const kind = column % 5
      ligne[`c${column}`] =
        kind === 0 ? `Élève ${row} & ${column}` : kind === 3 ? '2026-08-31' : kind === 2 ? row * 1.25 : row * column
    }
    yield ligne
  }
}

const bytes = await renderExcel({
  titre: 'Banc',
  auteur: 'Banc',
  creeLe: '2026-11-22T10:00:00.000Z',
  feuilles: [{ nom: 'Feuille', colonnes, lignes: lignes(50_000) }],
})
await deliver(process.argv[2] ?? 'banc.xlsx', bytes)
// Not resourceUsage().maxRSS: it starts from the memory of the process that forked this one.
const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))
console.log(Math.round(Number(peak?.[1]) / 1024))
