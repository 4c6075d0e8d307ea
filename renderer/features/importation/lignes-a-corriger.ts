import { choisirSortie, montrerFichier } from '../../../shared/domain/fichier/fichier.contract'
import { enregistrerLignesACorriger } from '../../../shared/domain/importation/importation.contract'
import { compte } from '../../../shared/nombres'
import { call } from '../../ipc/call'
import { useLong } from '../../ipc/use-operation'
import { notify } from '../../ui/notice'
import { entreeDe, type Choix } from './use-analyse'

/** The import that was just made: its report still offers the rows that it left out. */
let dernier: { importId: string; nomFichier: string; anneeId: string; choix: Choix } | undefined

export const retenirImport = (fait: typeof dernier): void => {
  dernier = fait
}
export const importRetenu = (importId: string): typeof dernier => (dernier?.importId === importId ? dernier : undefined)

/** Writes the rows that stay out into a workbook, their reasons as comments on their cells. */
export function useLignesACorriger() {
  const travail = useLong(enregistrerLignesACorriger)
  const enregistrer = async (choix: Choix, anneeId: string, nomFichier: string): Promise<void> => {
    try {
      const nomPropose = nomFichier.replace(/\.xlsx$/i, '') + ' – à corriger.xlsx'
      const sortie = await call(choisirSortie, { but: 'lignesACorriger', nomPropose })
      if (!sortie) return
      const ecrit = await travail.run({ ...entreeDe(choix, anneeId), sortieJeton: sortie.jeton })
      if (!ecrit) return
      const montrer = {
        label: 'Montrer le fichier',
        onClick: () => void call(montrerFichier, { jeton: sortie.jeton }).catch(notify.error),
      }
      notify.done(`${compte(ecrit.lignes, 'ligne enregistrée', 'lignes enregistrées')} dans ${ecrit.nom}.`, {
        action: montrer,
      })
    } catch (error) {
      notify.error(error)
    }
  }
  return { running: travail.running, enregistrer }
}
