import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ProcessContext } from './context'
import { dispatch, isCommand, type Reply } from './dispatch'

const demandes = z.array(z.object({ name: z.string(), input: z.unknown() })).max(40)
type Demande = z.infer<typeof demandes>[number]

/** What is asked in this time from the first question is what the start needs. */
const startMs = 1000

const keyOf = ({ name, input }: Demande): string => JSON.stringify([name, input])

/**
 * The window takes longer to be ready than this process: meanwhile, what the last start asked is answered ahead, each
 * question once. Nothing answered ahead outlives the first command, nor the start.
 */
export class Anticipation {
  readonly #context: ProcessContext
  readonly #path: string
  readonly #ready = new Map<string, Promise<Reply>>()
  #asked: Map<string, Demande> | null = null
  /** Only the start of a window is anticipated. */
  #ended = true

  constructor(context: ProcessContext, userData: string) {
    this.#context = context
    this.#path = join(userData, 'dernier-demarrage.json')
  }

  /** Answers what the last start asked, while nobody asks yet. */
  prepare(): void {
    this.#ended = false
    for (const demande of this.#lastStart()) {
      if (isCommand(demande.name)) continue
      this.#ready.set(
        keyOf(demande),
        dispatch(this.#context, demande.name, demande.input, {
          progress: () => undefined,
          signal: new AbortController().signal,
        }),
      )
    }
  }

  /** The answer already there, if any; and takes note of what a start asks. */
  take(name: string, input: unknown): Promise<Reply> | undefined {
    if (this.#ended) return undefined
    const key = keyOf({ name, input })
    this.#note(key, { name, input })
    const reply = this.#ready.get(key)
    this.#ready.delete(key)
    return reply
  }

  #note(key: string, demande: Demande): void {
    if (this.#asked === null) {
      this.#asked = new Map()
      setTimeout(() => {
        this.end()
      }, startMs).unref()
    }
    this.#asked.set(key, demande)
  }

  /** Ends the start (a command, some time): from here on every question is answered when it is asked. */
  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#ready.clear()
    if (this.#asked === null || this.#asked.size === 0) return
    try {
      writeFileSync(this.#path, JSON.stringify([...this.#asked.values()].slice(0, 40)))
    } catch {
      // A full disk: the next start is only a little slower.
    }
  }

  #lastStart(): Demande[] {
    try {
      return demandes.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
    } catch {
      return []
    }
  }
}
