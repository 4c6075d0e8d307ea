import { choisirFichier } from '../../../shared/domain/fichier/fichier.contract'
import { call } from '../../ipc/call'
import { paths } from '../../paths'
import { notify } from '../../ui/notice'
import { navigate } from '../../ui/router'

/** Asks for a file, then shows what importing it would do. */
export async function choisirEtApercevoir(but: 'classeur' | 'annuaire'): Promise<void> {
  try {
    const fichier = await call(choisirFichier, { but })
    if (!fichier) return
    const page = but === 'annuaire' ? paths.importAnnuaire : paths.importClasseur
    navigate(page.href({}, { fichier: fichier.jeton, nom: fichier.nom }))
  } catch (error) {
    notify.error(error)
  }
}
