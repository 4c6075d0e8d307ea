import { choisirSortie, ouvrirFichier } from '../../shared/domain/fichier/fichier.contract'
import type { ExportDeListe } from '../../shared/domain/liste/liste.contract'
import { compte } from '../../shared/nombres'
import { call } from '../ipc/call'
import { notify } from '../ui/notice'

const formats = { xlsx: 'listeExcel', csv: 'listeCsv' } as const
export type Format = keyof typeof formats

/** Asks where, has the file written there, and says so; a refusal is told, nothing is thrown. */
export async function exportFile(
  nom: string,
  format: Format,
  write: (jeton: string) => Promise<ExportDeListe | undefined>,
): Promise<void> {
  try {
    const sortie = await call(choisirSortie, { but: formats[format], nomPropose: `${nom}.${format}` })
    if (!sortie) return
    const written = await write(sortie.jeton)
    if (!written) return
    notify.done(`${written.nom} : ${compte(written.lignes, 'ligne écrite', 'lignes écrites')}.`, {
      action: {
        label: 'Ouvrir',
        onClick: () => void call(ouvrirFichier, { jeton: written.jeton }).catch(notify.error),
      },
    })
  } catch (error) {
    notify.error(error)
  }
}
