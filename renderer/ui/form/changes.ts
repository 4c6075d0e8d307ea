/** Same content, whatever the object: the values of a form are plain data. */
export const sameValue = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b)

/** Top-level fields of `after` whose content differs from `before`. */
export const changedKeys = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] => Object.keys(after).filter((key) => !sameValue(before[key], after[key]))

/** The named fields only. */
export function pick<Values extends Record<string, unknown>>(values: Values, keys: Iterable<string>): Partial<Values> {
  const wanted = new Set(keys)
  return Object.fromEntries(Object.entries(values).filter(([key]) => wanted.has(key))) as Partial<Values>
}
