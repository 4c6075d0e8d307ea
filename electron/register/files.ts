import { AppError } from '../../shared/app-error'

/** A file the user chose. The window never sees a path it could send back: only the token. */
export interface GrantedFile {
  jeton: string
  chemin: string
}

/** Paths that a dialog (or the command line) granted, under opaque tokens that live as long as the process. */
export class Files {
  readonly #paths = new Map<string, string>()
  readonly #newToken: () => string

  constructor(newToken: () => string) {
    this.#newToken = newToken
  }

  grant(chemin: string): GrantedFile {
    const jeton = this.#newToken()
    this.#paths.set(jeton, chemin)
    return { jeton, chemin }
  }

  resolve(jeton: string): string {
    const chemin = this.#paths.get(jeton)
    if (chemin === undefined) throw new AppError('notFound', 'Ce fichier n’est plus connu. Choisissez-le de nouveau.')
    return chemin
  }
}
