import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { depart, fichierDepart, type DepartDeLaPage } from '../../shared/depart'
import { empreinteDuFichier } from '../register/empreinte-fichier'

/**
 * What the first page starts from: the screen that was shown last and, when the register is the very file that was closed
 * earlier that day (`aujourdhui`, `AAAA-MM-JJ`), what it answered then. Null when there is nothing to start from.
 */
export function readDepart(userData: string, aujourdhui: string): DepartDeLaPage | null {
  try {
    const { chemin, adresse, demandes, reponses } = depart.parse(
      JSON.parse(readFileSync(join(userData, fichierDepart), 'utf8')),
    )
    const holds =
      reponses !== null &&
      reponses.jour === aujourdhui &&
      reponses.valeurs.length === demandes.length &&
      !existsSync(`${chemin}-wal`) &&
      empreinteDuFichier(chemin) === reponses.empreinte
    return { adresse, demandes, valeurs: holds ? reponses.valeurs : null }
  } catch {
    return null
  }
}

/** As the text of a `<script type="application/json">`: nothing in it can end the element. */
export const inPage = (value: DepartDeLaPage | null): string =>
  JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
