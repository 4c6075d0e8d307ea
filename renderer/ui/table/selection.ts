/** Selected rows by key, and where a range starts. Values, never mutated. */
export interface Selection {
  readonly keys: ReadonlySet<string>
  readonly anchor: string | undefined
  /** Every row of the list but `keys`: a list of 100 000 rows is taken whole without naming them. */
  readonly inverse?: boolean
}

export const emptySelection: Selection = { keys: new Set(), anchor: undefined }

export const isSelected = ({ keys, inverse = false }: Selection, key: string): boolean => keys.has(key) !== inverse

/** How many rows are taken among `all`. */
export const selectedCount = ({ keys, inverse = false }: Selection, all: number): number =>
  inverse ? Math.max(0, all - keys.size) : keys.size

/** Adds the row or takes it out; it becomes the start of the next range. */
export function toggleRow(selection: Selection, key: string): Selection {
  const keys = new Set(selection.keys)
  if (!keys.delete(key)) keys.add(key)
  return { ...selection, keys, anchor: key }
}

/** Takes the rows, or leaves them all out when all of them were taken. */
export function toggleRows(selection: Selection, rows: readonly string[]): Selection {
  const wanted = !rows.every((key) => isSelected(selection, key))
  return { ...withRows(selection, rows, wanted), anchor: rows.at(-1) ?? selection.anchor }
}

/** Takes these rows, or leaves them out. */
export function withRows(selection: Selection, rows: readonly string[], taken = true): Selection {
  const keys = new Set(selection.keys)
  for (const key of rows) {
    if (taken === (selection.inverse === true)) keys.delete(key)
    else keys.add(key)
  }
  return { ...selection, keys }
}

/** Adds every row between the anchor and `key`, in the order shown. Without an anchor, the row alone. */
export function extendTo(selection: Selection, key: string, order: readonly string[]): Selection {
  const { anchor } = selection
  const to = order.indexOf(key)
  const from = anchor === undefined ? -1 : order.indexOf(anchor)
  if (to < 0) return selection
  if (from < 0) return { ...withRows(selection, [key]), anchor: key }
  return withRows(selection, order.slice(Math.min(from, to), Math.max(from, to) + 1))
}

/** Selects everything shown, or nothing when everything shown already is. */
export function toggleAll(selection: Selection, order: readonly string[]): Selection {
  const all = order.length > 0 && order.every((key) => isSelected(selection, key))
  return all ? emptySelection : { keys: new Set(order), anchor: undefined }
}

/** Forgets what no longer exists; the same object when nothing did. */
export function retainExisting(selection: Selection, exists: (key: string) => boolean): Selection {
  const keys = [...selection.keys].filter(exists)
  if (keys.length === selection.keys.size) return selection
  const { anchor } = selection
  return { ...selection, keys: new Set(keys), anchor: anchor !== undefined && exists(anchor) ? anchor : undefined }
}
