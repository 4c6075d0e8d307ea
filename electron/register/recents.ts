import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const recent = z.object({ chemin: z.string(), nom: z.string(), ouvertAt: z.string() })
export type Recent = z.infer<typeof recent>

const keptRecents = 8

/** The registers opened lately, kept beside the application's own settings (not in any register). */
export class Recents {
  readonly #path: string

  constructor(userData: string) {
    this.#path = join(userData, 'registres-recents.json')
  }

  list(): Recent[] {
    try {
      return z.array(recent).parse(JSON.parse(readFileSync(this.#path, 'utf8')))
    } catch {
      // No list yet, or one that is not ours: start again, nothing of value is lost.
      return []
    }
  }

  add(entry: Recent): void {
    this.#write([entry, ...this.list().filter(({ chemin }) => chemin !== entry.chemin)].slice(0, keptRecents))
  }

  remove(chemin: string): void {
    this.#write(this.list().filter((entry) => entry.chemin !== chemin))
  }

  #write(entries: Recent[]): void {
    mkdirSync(dirname(this.#path), { recursive: true })
    const temporary = `${this.#path}.tmp`
    writeFileSync(temporary, JSON.stringify(entries, null, 2))
    renameSync(temporary, this.#path)
  }
}
