import type { Archive } from './zip-guard'
import { openArchive, refused } from './zip-guard'
import { builtInFormat } from './xlsx-dates'
import type { LimitesClasseur } from './xlsx-limits'
import { limitesClasseur } from './xlsx-limits'
import type { ContexteDeFeuille, LigneLue } from './xlsx-sheet'
import { readSheet } from './xlsx-sheet'
import { decodeEscapes, prefixedId, readRelations, readXml } from './xlsx-xml'

/** A workbook as plain data: what a human sees in its cells, nothing evaluated. */
export interface ClasseurLu {
  feuilles: FeuilleLue[]
  /** French sentences on what was left aside (links, embedded objects). */
  avertissements: string[]
}

export interface FeuilleLue {
  nom: string
  /** Only the rows that hold something, in the order of the file. */
  lignes: LigneLue[]
  masquee: boolean
}

/** Bytes of sheets and texts read so far, of all there are once inflated. */
export type ReadingProgress = (fait: number, total: number) => void

/** Told by the half megabyte: often enough for a bar, seldom enough to cost nothing. */
const progressStep = 500_000

function followed(archive: Archive, onProgress: ReadingProgress): Archive {
  const counted = new Set(archive.noms.filter((nom) => /^xl\/(?:worksheets\/[^/]+|sharedStrings)\.xml$/iu.test(nom)))
  const total = [...counted].reduce((sum, part) => sum + archive.size(part), 0)
  let fait = 0
  let told = 0
  return {
    ...archive,
    read: async function* (part) {
      for await (const chunk of archive.read(part)) {
        if (counted.has(part)) fait += chunk.length
        if (fait - told >= progressStep) onProgress((told = fait), total)
        yield chunk
      }
    },
  }
}

/** bytes → plain data, in this thread. Prefer `readXlsx`, which isolates it. Throws `invalid` with the reason in French. */
export async function parseXlsx(
  bytes: Uint8Array,
  nom = '',
  limites: LimitesClasseur = limitesClasseur,
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: ReadingProgress | undefined } = {},
): Promise<ClasseurLu> {
  const opened = await openArchive(bytes, nom, limites)
  const archive = onProgress ? followed(opened, onProgress) : opened
  const root = await readRelations(archive, '', nom)
  const main = [...root.values()].find((relation) => relation.type === 'officeDocument')?.cible ?? 'xl/workbook.xml'
  if (!archive.has(main) || !main.toLowerCase().endsWith('.xml') || archive.has('word/document.xml')) {
    throw refused(
      nom,
      'n’est pas un classeur Excel (.xlsx) : ouvrez-le dans le tableur et enregistrez-le au format « Classeur Excel (.xlsx) ».',
    )
  }
  const relations = await readRelations(archive, main, nom)
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.cible
  const { sheets, date1904 } = await readWorkbook(archive, main, nom)
  const context: ContexteDeFeuille = {
    archive,
    nom,
    limites,
    reste: { cellules: limites.cellules, caracteres: limites.caracteres },
    formats: await readFormats(archive, partOf('styles'), nom),
    chaines: await readSharedStrings(archive, partOf('sharedStrings'), nom, limites, signal),
    date1904,
    signal,
  }
  const feuilles: FeuilleLue[] = []
  for (const { name, id, masquee } of sheets) {
    const relation = relations.get(id)
    if (relation?.type !== 'worksheet' || !archive.has(relation.cible)) continue
    feuilles.push({ nom: name, lignes: await readSheet(context, relation.cible, name), masquee })
  }
  if (feuilles.length === 0) throw refused(nom, 'ne contient aucune feuille de calcul.')
  return { feuilles, avertissements: [...archive.avertissements] }
}

async function readWorkbook(archive: Archive, part: string, nom: string) {
  const sheets: { name: string; id: string; masquee: boolean }[] = []
  let date1904 = false
  await readXml(archive, part, nom, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true'
      if (name !== 'sheet') return
      const masquee = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden'
      sheets.push({ name: attributes['name'] ?? '', id: prefixedId(attributes) ?? '', masquee })
    },
  })
  return { sheets, date1904 }
}

async function readFormats(archive: Archive, part: string | undefined, nom: string): Promise<(string | undefined)[]> {
  const formats: (string | undefined)[] = []
  if (part === undefined || !archive.has(part)) return formats
  const own = new Map<number, string>()
  let inCells = false
  await readXml(archive, part, nom, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attributes['numFmtId'] ?? 0)
      const format = own.get(id) ?? builtInFormat(id)
      formats.push(format === 'General' ? undefined : format)
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

async function readSharedStrings(
  archive: Archive,
  part: string | undefined,
  nom: string,
  limites: LimitesClasseur,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined || !archive.has(part)) return strings
  let text = ''
  const depth = { inText: false, phonetic: false }
  let characters = 0
  await readXml(
    archive,
    part,
    nom,
    {
      open(name) {
        if (name === 'si') text = ''
        if (name === 't') depth.inText = true
        if (name === 'rPh') depth.phonetic = true
      },
      text(piece) {
        if (depth.inText && !depth.phonetic) text += piece
      },
      close(name) {
        if (name === 't') depth.inText = false
        if (name === 'rPh') depth.phonetic = false
        if (name !== 'si') return
        characters += text.length
        if (strings.push(decodeEscapes(text)) > limites.cellules || characters > limites.caracteres) {
          throw refused(nom, 'contient trop de textes différents pour être lu.')
        }
      },
    },
    signal,
  )
  return strings
}
