/** Rows that share a value, in the order of the list: where they start among the rows, how many they are. */
export interface Group {
  /** As its cells show it; '' when they are empty. */
  readonly value: string
  readonly start: number
  readonly size: number
  /** By column, those that have a total. */
  readonly totals: Readonly<Record<string, number>>
}

/** What stands on one line of the grid: a row of data, or the title of a group. */
export type Line = { readonly kind: 'row'; readonly data: number } | { readonly kind: 'group'; readonly group: Group }

/** The lines of a list: its rows, under the titles of their groups; a folded group keeps its title only. */
export interface Layout {
  readonly count: number
  readonly at: (line: number) => Line | undefined
  /** The line of a row, or −1 when its group is folded. */
  readonly lineOf: (data: number) => number
}

/** Without groups, a line is a row. */
export const plainLayout = (size: number): Layout => ({
  count: size,
  at: (line) => (line >= 0 && line < size ? { kind: 'row', data: line } : undefined),
  lineOf: (data) => (data >= 0 && data < size ? data : -1),
})

/** The last group that begins at or before a place: groups are in order. */
function lastBefore(starts: readonly number[], place: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

export function groupedLayout(groups: readonly Group[], folded: ReadonlySet<string>): Layout {
  const titles: number[] = []
  let line = 0
  for (const group of groups) {
    titles.push(line)
    line += 1 + (folded.has(group.value) ? 0 : group.size)
  }
  const starts = groups.map(({ start }) => start)
  return {
    count: line,
    at: (wanted) => {
      if (wanted < 0 || wanted >= line) return undefined
      const place = lastBefore(titles, wanted)
      const group = groups[place]
      if (!group) return undefined
      const inside = wanted - (titles[place] ?? 0) - 1
      return inside < 0 ? { kind: 'group', group } : { kind: 'row', data: group.start + inside }
    },
    lineOf: (data) => {
      const place = lastBefore(starts, data)
      const group = groups[place]
      if (!group || folded.has(group.value) || data < group.start || data >= group.start + group.size) return -1
      return (titles[place] ?? 0) + 1 + data - group.start
    },
  }
}

/** Gathers rows that are already in the order of their groups. */
export function gather<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => string,
  totalsOf: (rows: readonly Row[]) => Readonly<Record<string, number>>,
): Group[] {
  const groups: Group[] = []
  let start = 0
  for (let index = 1; index <= rows.length; index += 1) {
    const first = rows[start]
    const row = rows[index]
    if (first === undefined || (row !== undefined && valueOf(row) === valueOf(first))) continue
    groups.push({ value: valueOf(first), start, size: index - start, totals: totalsOf(rows.slice(start, index)) })
    start = index
  }
  return groups
}
