import type { Kysely } from 'kysely'
import { AppError } from '../../shared/app-error'
import type { OpenRegistre } from '../database/open'
import type { Tables } from '../database/tables'

/** How long after opening a large file its deferred integrity check starts. */
const verifyAfterMs = 3000

/** What asking for a register answers while none is open. */
export const noRegistre = (): AppError =>
  new AppError('forbidden', 'Aucun registre n’est ouvert. Ouvrez ou créez un registre d’abord.')

/** The one register this process holds open, or none. */
export class Session {
  #registre: OpenRegistre | null = null
  #timer: NodeJS.Timeout | null = null
  /** Sentence of the deferred integrity check when it found damage. */
  dommage: string | null = null
  /** Why the last register could not be reopened at start. */
  echecOuverture: string | null = null

  get registre(): OpenRegistre | null {
    return this.#registre
  }

  get db(): Kysely<Tables> {
    return this.required.db
  }

  get required(): OpenRegistre {
    if (this.#registre === null) {
      throw noRegistre()
    }
    return this.#registre
  }

  /** Replaces the open register; the former one is closed only once the new one is really open. */
  replace(registre: OpenRegistre, log: (message: string) => void): void {
    this.close()
    this.#registre = registre
    this.echecOuverture = null
    const { verifyLater } = registre
    if (verifyLater === null) return
    this.#timer = setTimeout(() => {
      this.dommage = verifyLater()
      if (this.dommage !== null) log(`deferred integrity check failed: ${registre.chemin}`)
    }, verifyAfterMs)
    this.#timer.unref()
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.dommage = null
    this.#registre?.close()
    this.#registre = null
  }
}
