import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { depart, ecranMontre, fichierDepart, type Demande, type Depart, type EcranMontre } from '../../shared/depart'
import type { ProcessContext } from './context'
import { dispatch, isCommand, type Reply } from './dispatch'
import { empreinteDuFichier } from './empreinte-fichier'

/** Beyond, reading the answers back would cost more than asking again. */
const maxLength = 1_000_000

const keyOf = ({ name, input }: Pick<Demande, 'name' | 'input'>): string => JSON.stringify([name, input])

/**
 * Makes the next start quick: notes the screen that is shown and, when the register is closed, what the register answers
 * to it, so that the window is drawn while this process is still starting. After a crash only the questions are known:
 * they are answered as soon as the register is open, before the window asks.
 */
export class Departs {
  readonly #context: ProcessContext
  readonly #path: string
  readonly #ready = new Map<string, Promise<Reply>>()
  #shown: EcranMontre | null = null

  constructor(context: ProcessContext, userData: string) {
    this.#context = context
    this.#path = join(userData, fichierDepart)
  }

  /** Answers what the screen of the last start asks, while nobody asks yet. */
  prepare(): void {
    for (const demande of this.#last()?.demandes ?? []) this.#ready.set(keyOf(demande), this.#answer(demande))
  }

  /** The answer already there, if any; each serves once. */
  take(name: string, input: unknown): Promise<Reply> | undefined {
    const key = keyOf({ name, input })
    const reply = this.#ready.get(key)
    this.#ready.delete(key)
    return reply
  }

  /** Something changes: every question is answered when it is asked from here on. */
  forget(): void {
    this.#ready.clear()
  }

  /** Takes note of the screen that a window shows. What the window says is checked like any input. */
  note(shown: unknown): void {
    const { success, data } = ecranMontre.safeParse(shown)
    if (!success) return
    this.forget()
    this.#shown = { ...data, demandes: data.demandes.filter(({ name }) => !isCommand(name)) }
    this.#write(null)
  }

  /** Closes the register; the screen shown then is kept with its answers. */
  async close(): Promise<void> {
    const { session } = this.#context
    const registre = session.registre
    if (registre === null) {
      rmSync(this.#path, { force: true })
      return
    }
    const jour = this.#context.today()
    const replies = await Promise.all((this.#shown?.demandes ?? []).map((demande) => this.#answer(demande)))
    const { chemin } = registre
    session.close()
    if (this.#shown === null || !replies.every(({ ok }) => ok)) return
    this.#write({ jour, valeurs: replies.map((reply) => (reply.ok ? reply.value : null)) }, chemin)
  }

  #answer({ name, input }: Demande): Promise<Reply> {
    return dispatch(this.#context, name, input, {
      progress: () => undefined,
      signal: new AbortController().signal,
    })
  }

  #last(): Depart | undefined {
    try {
      const last = depart.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
      return last.chemin === this.#context.session.registre?.chemin ? last : undefined
    } catch {
      return undefined
    }
  }

  /** A full disk: the next start is only a little slower. */
  #write(lues: { jour: string; valeurs: unknown[] } | null, chemin = this.#context.session.registre?.chemin): void {
    if (this.#shown === null || chemin === undefined) return
    const reponses = lues && { empreinte: empreinteDuFichier(chemin), ...lues }
    const complete = JSON.stringify({ chemin, ...this.#shown, reponses } satisfies Depart)
    const content =
      complete.length <= maxLength
        ? complete
        : JSON.stringify({ chemin, ...this.#shown, reponses: null } satisfies Depart)
    try {
      writeFileSync(`${this.#path}.tmp`, content, { mode: 0o600 })
      renameSync(`${this.#path}.tmp`, this.#path)
    } catch {
      rmSync(this.#path, { force: true })
    }
  }
}
