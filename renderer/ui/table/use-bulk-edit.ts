import { useRef, useState } from 'react'
import { compte } from '../../../shared/nombres'
import type { Block } from './block'
import { blockHeight } from './block'
import { canEdit, shownValue, storedValue } from './cell-input'
import type { Column } from './column'
import { cellText, columnType } from './column'
import { readLines } from './lines'
import type { Keyed, PastePlan, PlannedCell } from './paste-plan'
import { pasteExtent, planPaste } from './paste-plan'
import { formatValeur } from '../format'
import type { CellChange, DataTableModel } from './table-model'
import type { CellWriting } from './use-cell-writing'

/** Up to so many cells are written at once; beyond, the user sees what would change first. */
const withoutPreview = 50
/** Reading more than this takes long enough to be shown. */
const shownReading = 20_000

export interface BulkJob<Row> {
  readonly titre: string
  readonly step: 'reading' | 'preview' | 'writing'
  readonly fait: number
  readonly total: number
  readonly plan?: PastePlan<Row>
}

interface Options<Row> {
  table: DataTableModel<Row>
  writing: CellWriting<Row>
  /** Column behind a position of the grid; undefined for the boxes. */
  columnAt: (col: number) => Column<Row> | undefined
  say: (message: string) => void
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** The text of a planned cell as the list will write it. */
export function plannedText<Row>({ column, valeur, libelle }: PlannedCell<Row>): string {
  if (libelle !== undefined) return libelle
  const type = columnType(column)
  const input = column.edition?.input
  return input ? shownValue(input, valeur, (value) => formatValeur(type, value)) : formatValeur(type, valeur)
}

/** Paste, erase and fill down: many cells at once, as one step of the journal. */
export function useBulkEdit<Row>({ table, writing, columnAt, say }: Options<Row>) {
  const [job, setJob] = useState<BulkJob<Row>>()
  const controller = useRef<AbortController | null>(null)
  const editable = table.onWrite !== undefined
  const cannot = (): void => say('Cette liste ne se modifie pas cellule par cellule.')

  const columnsFrom = (left: number): Column<Row>[] => {
    const columns: Column<Row>[] = []
    for (let col = left; ; col += 1) {
      const column = columnAt(col)
      if (!column) return columns
      columns.push(column)
    }
  }

  const apply = async (plan: PastePlan<Row>): Promise<void> => {
    const own = new AbortController()
    controller.current = own
    const changes = plan.cells
      .filter(({ refus }) => refus === undefined)
      .map((cell): CellChange<Row> => {
        const { key, row, column, valeur } = cell
        return { key, row, column, valeur, texte: plannedText(cell) }
      })
    const long = changes.length > withoutPreview
    const show = (fait: number, total: number): void =>
      setJob({ titre: 'Écriture', step: 'writing', fait, total, plan })
    if (long) show(0, changes.length)
    const refused = await writing.write(changes, (fait, total) => long && show(fait, total), own.signal)
    setJob(undefined)
    if (own.signal.aborted) return say('Écriture annulée.')
    const written = compte(changes.length - refused.length, 'cellule écrite', 'cellules écrites')
    const [first] = refused
    say(first ? `${written}, ${compte(refused.length, 'refusée')} : ${first.message}` : `${written}.`)
  }

  /** Plans, then writes at once what is small and clean, else shows it first. */
  const run = async (titre: string, source: readonly (readonly string[])[], block: Block): Promise<void> => {
    if (!editable) return cannot()
    const columns = columnsFrom(block.left)
    if (columns.length === 0) return say('Placez le curseur sur la première cellule à remplir.')
    const own = new AbortController()
    controller.current = own
    const { height, width } = pasteExtent(source, block)
    if (height * width > shownReading) setJob({ titre, step: 'reading', fait: 0, total: height })
    const rows = await readLines(table, block.top, height)
    const onProgress = (fait: number, total: number): void => setJob({ titre, step: 'reading', fait, total })
    const plan = await planPaste(
      { source, block, rows, columns },
      { signal: own.signal, pause: breathe, ...(height * width > shownReading && { onProgress }) },
    )
    if (!plan) return setJob(undefined)
    const clean = plan.refused === 0 && plan.notes.length === 0
    if (clean && plan.cells.length === 0) {
      setJob(undefined)
      return say('Rien à changer : les cellules ont déjà ces valeurs.')
    }
    if (clean && plan.cells.length <= withoutPreview) return apply(plan)
    setJob({ titre, step: 'preview', fait: 0, total: plan.cells.length, plan })
  }

  /** Copies the first line of the block down to its last; a single line takes what stands above it. */
  const fillDown = async (block: Block): Promise<void> => {
    if (!editable) return cannot()
    const alone = blockHeight(block) === 1
    const rows = await readLines(table, alone ? block.top - 1 : block.top, alone ? 2 : blockHeight(block))
    const [first, ...others] = rows
    if (!first || others.length === 0) return
    const cells: PlannedCell<Row>[] = []
    for (let col = block.left; col <= block.right; col += 1) {
      const column = columnAt(col)
      if (column) cells.push(...filled(column, first, others))
    }
    const plan = { cells, refused: 0, unchanged: 0, notes: [] }
    if (cells.length === 0) return say('Rien à recopier : ces cellules ne se modifient pas ou ont déjà cette valeur.')
    if (cells.length <= withoutPreview) return apply(plan)
    setJob({ titre: 'Recopier vers le bas', step: 'preview', fait: 0, total: cells.length, plan })
  }

  return {
    job,
    paste: (source: readonly (readonly string[])[], block: Block) => run('Coller', source, block),
    erase: (block: Block) => run('Effacer', [['']], block),
    fillDown,
    apply,
    cancel: () => {
      controller.current?.abort()
      setJob(undefined)
    },
  }
}

function filled<Row>(column: Column<Row>, first: Keyed<Row>, others: readonly Keyed<Row>[]): PlannedCell<Row>[] {
  const valeur = storedValue(column, first.row)
  const texte = cellText(column, first.row)
  return others.flatMap(({ key, row }) =>
    !canEdit(column, row) || storedValue(column, row) === valeur
      ? []
      : [{ key, row, column, texte, valeur, ...(column.edition?.input.genre === 'recherche' && { libelle: texte }) }],
  )
}
