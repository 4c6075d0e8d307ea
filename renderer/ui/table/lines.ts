import type { Keyed } from './paste-plan'
import type { DataTableModel } from './table-model'

/** The row on a line of the grid; undefined on the title of a group, or while the row is on its way. */
export function rowOnLine<Row>(table: DataTableModel<Row>, line: number): Keyed<Row> | undefined {
  const found = table.layout.at(line)
  if (found?.kind !== 'row') return undefined
  const row = table.rowAt(found.data)
  const key = table.keyAt(found.data)
  return row === undefined || key === undefined ? undefined : { key, row }
}

/** What names a line whatever the order: the key of its row, or the value of its group. */
export function lineKey<Row>(table: Pick<DataTableModel<Row>, 'layout' | 'keyAt'>, line: number): string | undefined {
  const found = table.layout.at(line)
  if (found?.kind === 'row') return table.keyAt(found.data)
  return found && `groupe ${found.group.value}`
}

export function lineOfKey<Row>(table: DataTableModel<Row>, key: string): number {
  const place = table.placeOf(key)
  return place < 0 ? -1 : table.layout.lineOf(place)
}

/** Rows of so many lines from one on, titles of groups and folded rows left out; asked of the register when needed. */
export async function readLines<Row>(
  table: DataTableModel<Row>,
  from: number,
  count: number,
): Promise<readonly Keyed<Row>[]> {
  const spans: { from: number; count: number }[] = []
  let wanted = count
  for (let line = from; wanted > 0 && line < table.layout.count; line += 1) {
    const found = table.layout.at(line)
    if (found?.kind !== 'row') continue
    const last = spans.at(-1)
    if (last && last.from + last.count === found.data) last.count += 1
    else spans.push({ from: found.data, count: 1 })
    wanted -= 1
  }
  const parts = await Promise.all(spans.map((span) => table.read(span.from, span.count)))
  return parts.flat()
}
