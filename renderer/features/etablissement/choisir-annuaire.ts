import { choisirFichier } from '../../../shared/domain/fichier/fichier.contract'
import { call } from '../../ipc/call'
import { paths } from '../../paths'
import { notify } from '../../ui/notice'
import { navigate } from '../../ui/router'

/** Asks for the CSV, then shows what importing it would do. */
export async function choisirAnnuaire(): Promise<void> {
  try {
    const fichier = await call(choisirFichier, { but: 'annuaire' })
    if (fichier) navigate(paths.importAnnuaire.href({}, { fichier: fichier.jeton, nom: fichier.nom }))
  } catch (error) {
    notify.error(error)
  }
}
