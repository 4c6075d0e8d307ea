import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'
import { compte } from '../../../shared/nombres'
import type { Block } from './block'
import { blockHeight } from './block'
import { parseHtmlTable, prefersHtml } from './clipboard-html'
import type { CopiedCell } from './clipboard-text'
import { clipboardLimit, parseTsv, toHtml, toTsv } from './clipboard-text'
import type { Column } from './column'
import { cellText, columnType } from './column'
import { readLines, rowOnLine } from './lines'
import type { Keyed } from './paste-plan'
import type { DataTableModel } from './table-model'
import { isControl } from './use-cell-focus'

interface Options<Row> {
  table: DataTableModel<Row>
  scroller: RefObject<HTMLElement | null>
  block: Block
  columnAt: (col: number) => Column<Row> | undefined
  say: (message: string) => void
  paste: (source: readonly (readonly string[])[], block: Block) => Promise<void>
}

/**
 * The asynchronous clipboard would take Excel's notes out of the table: only the event of a copy carries them.
 */
const copyAgain = (): void => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand('copy')
}

const copied = <Row>(column: Column<Row>, row: Row): CopiedCell => ({
  type: columnType(column),
  value: column.valeur(row),
  shown: cellText(column, row),
})

/** Ctrl + C and Ctrl + V of blocks, with the spreadsheet that the user comes from. */
export function useGridClipboard<Row>({ table, scroller, block, columnAt, say, paste }: Options<Row>) {
  // Rows that had to be read before they could be copied, and whether the titles are wanted.
  const stash = useRef<{ rows: readonly Keyed<Row>[] | undefined; titles: boolean }>({ rows: undefined, titles: false })

  const columns = (): Column<Row>[] => {
    const list: Column<Row>[] = []
    for (let col = block.left; col <= block.right; col += 1) {
      const column = columnAt(col)
      if (column) list.push(column)
    }
    return list.length > 0 ? list : [...table.columns]
  }
  const atHand = (): readonly Keyed<Row>[] | undefined => {
    const rows: Keyed<Row>[] = []
    for (let line = block.top; line <= block.bottom; line += 1) {
      const keyed = rowOnLine(table, line)
      if (keyed) rows.push(keyed)
      else if (table.layout.at(line)?.kind === 'row') return undefined
    }
    return rows
  }
  const put = (data: DataTransfer, rows: readonly Keyed<Row>[]): void => {
    const list = columns()
    const cells = rows.map(({ row }) => list.map((column) => copied(column, row)))
    const titles = list.map((column): CopiedCell => ({ type: 'texte', value: column.titre }))
    const all = stash.current.titles ? [titles, ...cells] : cells
    data.setData('text/plain', toTsv(all))
    data.setData('text/html', toHtml(all))
    say(`${compte(rows.length * list.length, 'cellule copiée', 'cellules copiées')}.`)
  }
  const onCopy = (event: ClipboardEvent): void => {
    if (block.top < 0 || !event.clipboardData) return
    event.preventDefault()
    const rows = stash.current.rows ?? atHand()
    if (rows) {
      put(event.clipboardData, rows)
      stash.current = { rows: undefined, titles: false }
      return
    }
    // Rows that are not at hand are asked of the register, then the copy is made again with them.
    void readLines(table, block.top, blockHeight(block)).then((read) => {
      stash.current = { ...stash.current, rows: read }
      copyAgain()
    })
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return
    event.preventDefault()
    const html = event.clipboardData.getData('text/html')
    const text = event.clipboardData.getData('text/plain')
    if (html.length + text.length > clipboardLimit)
      return say('Ce presse-papiers est trop grand pour être collé en une fois.')
    const source = (prefersHtml(html, text) ? parseHtmlTable(html) : undefined) ?? parseTsv(text)
    if (source.length === 0) return say('Le presse-papiers ne contient pas de texte.')
    if (block.top < 0) return say('Placez le curseur sur la première cellule à remplir.')
    void paste(source, block)
  }
  /** From a menu: the same as Ctrl + C, with the titles of the columns if wanted. */
  const copy = (titles: boolean): void => {
    stash.current = { rows: undefined, titles }
    copyAgain()
  }
  useClipboardOf(scroller, { copy: onCopy, paste: onPaste })
  return { copy }
}

type Handlers = Record<'copy' | 'paste', (event: ClipboardEvent) => void>

/** Where nothing is selected Chromium tells the page, not the cell that has the focus: the grid listens from there. */
function useClipboardOf(scroller: RefObject<HTMLElement | null>, handlers: Handlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    const heard = (event: ClipboardEvent): void => {
      const focused = document.activeElement
      if (!focused || !scroller.current?.contains(focused) || isControl(focused)) return
      latest.current[event.type === 'copy' ? 'copy' : 'paste'](event)
    }
    document.addEventListener('copy', heard)
    document.addEventListener('paste', heard)
    return () => {
      document.removeEventListener('copy', heard)
      document.removeEventListener('paste', heard)
    }
  }, [scroller])
}
