import type { SaveState } from './form-model'
import { changedKeys, pick, sameValue } from './changes'

interface QueueOptions<Values> {
  /** What the register holds at first. */
  initial: Values
  /** What is typed now. */
  read: () => Values
  save: (patch: Partial<Values>, all: Values) => Promise<unknown>
  onState: (state: SaveState) => void
  /** Shows a refusal and returns its sentence. */
  onRefusal: (error: unknown) => string
}

export interface WriteQueue<Values> {
  /** Writes those of these fields that changed, after what is being written; what changes meanwhile is written next. */
  write: (keys: Iterable<string>) => Promise<void>
  /** The register holds something new; returns the fields that nobody is changing here, to be shown. */
  follow: (values: Values) => string[]
  /** Fields typed and not written. */
  unsaved: () => string[]
}

/** One write after the other, so that two fields left in a hurry never overtake each other. */
export function createWriteQueue<Values extends Record<string, unknown>>(
  options: QueueOptions<Values>,
): WriteQueue<Values> {
  const { read, save, onState, onRefusal } = options
  const waiting = new Set<string>()
  let saved = options.initial
  let running: Promise<void> | undefined

  const run = async (): Promise<void> => {
    while (waiting.size > 0) {
      const patch = pick(read(), waiting)
      waiting.clear()
      onState({ kind: 'saving' })
      try {
        await save(patch, read())
        saved = { ...saved, ...patch }
        onState({ kind: 'saved', at: new Date() })
      } catch (error) {
        onState({ kind: 'failed', message: onRefusal(error) })
      }
    }
    running = undefined
  }
  return {
    write: (keys) => {
      const typed = read()
      for (const key of keys) if (!sameValue(typed[key], saved[key])) waiting.add(key)
      if (waiting.size > 0) running ??= run()
      return running ?? Promise.resolve()
    },
    follow: (values) => {
      const typed = read()
      const untouched = changedKeys(saved, values).filter((key) => sameValue(typed[key], saved[key]))
      saved = values
      return untouched
    },
    unsaved: () => changedKeys(saved, read()),
  }
}
