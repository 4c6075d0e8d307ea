import type { SaveState } from './form-model'
import { changedKeys, pick, sameValue } from './changes'

interface QueueOptions<Values> {
  /** What the register holds at first. */
  initial: Values
  /** What is typed now. */
  read: () => Values
  /** `expected` is what this form believes that the register holds in those fields. What it resolves with, when it is the record written, says how. */
  save: (patch: Partial<Values>, all: Values, expected: Partial<Values>) => Promise<unknown>
  onState: (state: SaveState) => void
  /** Shows a refusal and returns its sentence. */
  onRefusal: (error: unknown) => string
  /** Fields that were changed elsewhere while they were being changed here, with what the register now holds. */
  onConflicts?: (conflicts: ReadonlyMap<string, unknown>) => void
  /** The register wrote these fields in its own way (a telephone number): to be shown. */
  onWritten?: (written: Partial<Values>) => void
}

export interface WriteQueue<Values> {
  /** Writes those of these fields that changed, after what is being written; what changes meanwhile is written next. */
  write: (keys: Iterable<string>) => Promise<void>
  /** The register holds something new; returns the fields that nobody is changing here, to be shown. */
  follow: (values: Values) => string[]
  /** Fields typed and not written; those in conflict are not among them. */
  unsaved: () => string[]
  /** Ends a conflict: what is typed is written over the other value, or given up (the caller shows the other). */
  settle: (key: string, keep: 'mine' | 'theirs') => Promise<void>
}

/** Those of the written fields that the register gives back. */
function givenBack<Values extends Record<string, unknown>>(result: unknown, patch: Partial<Values>): Partial<Values> {
  if (typeof result !== 'object' || result === null) return {}
  return pick(result as Values, Object.keys(patch))
}

/** One write after the other, so that two fields left in a hurry never overtake each other. */
export function createWriteQueue<Values extends Record<string, unknown>>(
  options: QueueOptions<Values>,
): WriteQueue<Values> {
  const { read, save, onState, onRefusal, onConflicts, onWritten } = options
  const waiting = new Set<string>()
  const conflicts = new Map<string, unknown>()
  let saved = options.initial
  let seen: Partial<Values> = options.initial
  let running: Promise<void> | undefined

  const written = (patch: Partial<Values>, result: unknown): void => {
    const back = givenBack(result, patch)
    const typed = read()
    const settled = Object.keys(back).filter(
      (key) => sameValue(typed[key], patch[key]) && !sameValue(back[key], patch[key]),
    )
    saved = { ...saved, ...patch, ...back }
    if (settled.length > 0) onWritten?.(pick(back as Values, settled))
  }
  const run = async (): Promise<void> => {
    while (waiting.size > 0) {
      const patch = pick(read(), waiting)
      waiting.clear()
      onState({ kind: 'saving' })
      try {
        written(patch, await save(patch, read(), pick(saved, Object.keys(patch))))
        onState({ kind: 'saved', at: new Date() })
      } catch (error) {
        // Whatever the register now holds is looked at again, even if it was seen before.
        seen = Object.fromEntries(Object.entries(seen).filter(([key]) => !(key in patch))) as Partial<Values>
        onState({ kind: 'failed', message: onRefusal(error) })
      }
    }
    running = undefined
  }
  const write: WriteQueue<Values>['write'] = (keys) => {
    const typed = read()
    for (const key of keys) if (!conflicts.has(key) && !sameValue(typed[key], saved[key])) waiting.add(key)
    if (waiting.size > 0) running ??= run()
    return running ?? Promise.resolve()
  }
  return {
    write,
    follow: (values) => {
      const typed = read()
      const changed = changedKeys(seen, values).filter((key) => !sameValue(values[key], saved[key]))
      const untouched = changed.filter((key) => sameValue(typed[key], saved[key]))
      for (const key of changed) {
        if (untouched.includes(key) || sameValue(typed[key], values[key])) conflicts.delete(key)
        else conflicts.set(key, values[key])
      }
      saved = { ...saved, ...pick(values, changed) }
      seen = values
      if (changed.length > 0) onConflicts?.(new Map(conflicts))
      return untouched
    },
    unsaved: () => changedKeys(saved, read()).filter((key) => !conflicts.has(key)),
    settle: (key, keep) => {
      conflicts.delete(key)
      onConflicts?.(new Map(conflicts))
      return keep === 'mine' ? write([key]) : Promise.resolve()
    },
  }
}
