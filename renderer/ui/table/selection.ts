/** Selected rows by key, and where a range starts. Values, never mutated. */
export interface Selection {
  readonly keys: ReadonlySet<string>
  readonly anchor: string | undefined
}

export const emptySelection: Selection = { keys: new Set(), anchor: undefined }

/** Adds the row or takes it out; it becomes the start of the next range. */
export function toggleRow({ keys }: Selection, key: string): Selection {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return { keys: next, anchor: key }
}

/** Adds every row between the anchor and `key`, in the order shown. Without an anchor, the row alone. */
export function extendTo({ keys, anchor }: Selection, key: string, order: readonly string[]): Selection {
  const to = order.indexOf(key)
  const from = anchor === undefined ? -1 : order.indexOf(anchor)
  if (to < 0) return { keys, anchor }
  if (from < 0) return { keys: new Set([...keys, key]), anchor: key }
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { keys: new Set([...keys, ...range]), anchor }
}

/** Selects everything shown, or nothing when everything shown already is. */
export function toggleAll({ keys }: Selection, order: readonly string[]): Selection {
  const all = order.length > 0 && order.every((key) => keys.has(key))
  return all ? emptySelection : { keys: new Set(order), anchor: undefined }
}

/** Forgets what no longer exists; the same object when nothing did. */
export function retainExisting(selection: Selection, exists: (key: string) => boolean): Selection {
  const keys = [...selection.keys].filter(exists)
  if (keys.length === selection.keys.size) return selection
  const { anchor } = selection
  return { keys: new Set(keys), anchor: anchor !== undefined && exists(anchor) ? anchor : undefined }
}
