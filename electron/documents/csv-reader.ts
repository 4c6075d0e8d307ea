import Papa, { type ParseResult } from 'papaparse'
import type { AppError } from '../../shared/app-error'
import type { Encodage } from './csv-encoding'
import { decodeText } from './csv-encoding'
import { refused } from './zip-guard'

export const separateurs = [';', ',', '\t', '|'] as const
export type Separateur = (typeof separateurs)[number]

export interface LigneCsv {
  /** Number of the row as a spreadsheet shows it: the header is row 1, blank rows count. */
  numero: number
  /** As written: neither trimmed nor converted. Shorter or longer than the header when the row is. */
  valeurs: string[]
}

export interface CsvLu {
  encodage: Encodage
  separateur: Separateur
  /** Trimmed; in the order of the file. */
  entetes: string[]
  /** Row of the header: the first that is not blank. */
  ligneDesEntetes: number
  /** French sentences: what was understood with a doubt. */
  avertissements: string[]
  /** Data rows, blank ones skipped, read as they are asked for. Throws `invalid` at a quote never closed. */
  lignes(): Generator<LigneCsv, void, undefined>
}

const limits = { octets: 200_000_000, window: 1 << 20 }

/**
 * Bytes of a CSV file → its encoding, separator, header, and its rows one by one (60 000 rows of 70 columns in about
 * a second). Throws `invalid` with a French sentence when it is empty, too big, no text, or without a header.
 */
export function readCsv(bytes: Uint8Array, options: { nom?: string } = {}): CsvLu {
  const nom = options.nom ?? ''
  const { text, encodage, avertissements } = textOf(bytes, nom)
  const declared = /^sep=(.)\n/.exec(text.slice(0, 8))
  const start = declared ? declared[0].length : 0
  const separateur =
    separateurs.find((each) => each === declared?.[1]) ?? detectSeparator(text.slice(start, start + 65_536))
  const firstRow = declared ? 2 : 1
  const rows = () => records(text, start, separateur, firstRow, nom)
  const header = rows().next().value
  if (!header) throw refused(nom, 'ne contient aucune ligne.')
  const entetes = header.valeurs.map((title) => title.trim())
  if (entetes.every((title) => title === '' || /^[\d\s.,/-]+$/.test(title))) {
    throw refused(nom, `n’a pas de ligne d’en-tête : la ligne ${header.numero} ne contient aucun nom de colonne.`)
  }
  return {
    encodage,
    separateur,
    entetes,
    ligneDesEntetes: header.numero,
    avertissements,
    *lignes() {
      const all = rows()
      all.next()
      yield* all
    },
  }
}

function textOf(bytes: Uint8Array, nom: string): { text: string; encodage: Encodage; avertissements: string[] } {
  if (bytes.length === 0) throw refused(nom, 'est vide.')
  if (bytes.length > limits.octets) throw refused(nom, `pèse plus de ${limits.octets / 1_000_000} Mo.`)
  const head = String.fromCharCode(...bytes.subarray(0, 4))
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    throw refused(
      nom,
      'n’est pas un fichier CSV mais un classeur : importez-le comme classeur, ou enregistrez sa feuille au format CSV.',
    )
  }
  const decoded = decodeText(bytes)
  if (!decoded) throw refused(nom, 'n’est pas un fichier texte : un CSV était attendu.')
  const { texte, encodage, abime } = decoded
  const text = texte.includes('\r') ? texte.replace(/\r\n?/g, '\n') : texte
  if (text.trim() === '') throw refused(nom, 'ne contient aucune ligne.')
  const avertissements = abime
    ? ['Quelques caractères de ce fichier sont illisibles ; ils sont remplacés par « � ».']
    : []
  return { text, encodage, avertissements }
}

/** The candidate that cuts the first rows in the most columns, the same number on most of them. */
function detectSeparator(sample: string): Separateur {
  let best: Separateur = ';'
  let bestScore = 0
  for (const delimiter of separateurs) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: 20, skipEmptyLines: 'greedy' })
    const columns = data[0]?.length ?? 0
    const regular = data.filter((row) => row.length === columns).length / Math.max(data.length, 1)
    const score = columns > 1 ? columns * regular : 0
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}

/**
 * Records of the text, parsed by windows so that the first ones come at once and memory stays flat. A window that
 * holds no whole record is doubled.
 */
function* records(text: string, start: number, delimiter: Separateur, firstRow: number, nom: string) {
  let position = start
  let numero = firstRow - 1
  let size = limits.window
  while (position < text.length) {
    const last = position + size >= text.length
    const piece = text.slice(position, position + size)
    const parser = new Papa.Parser({ delimiter, newline: '\n' })
    const { data, errors, meta } = parser.parse(piece, 0, !last) as ParseResult<string[]>
    const unclosed = errors.find((error) => error.code === 'MissingQuotes')
    if (unclosed) throw neverClosed(nom, numero + 1 + (unclosed.row ?? 0))
    for (const valeurs of data) {
      numero += 1
      if (valeurs.some((value) => value.trim() !== '')) yield { numero, valeurs }
    }
    if (last) return
    if (meta.cursor === 0) size *= 2
    position += meta.cursor
  }
}

function neverClosed(nom: string, numero: number): AppError {
  return refused(nom, `est mal formé : un guillemet ouvert à la ligne ${numero} n’est jamais refermé.`)
}
