import { choisirSortie, montrerFichier } from '../../../shared/domain/fichier/fichier.contract'
import {
  enregistrerLignesACorriger,
  executerImportation,
} from '../../../shared/domain/importation/importation.contract'
import type { PlanImportation } from '../../../shared/domain/importation/plan'
import { compte } from '../../../shared/nombres'
import { call } from '../../ipc/call'
import { useLong } from '../../ipc/use-operation'
import { useAnnulerImport } from '../../journal/annuler-import'
import { useAnneeId } from '../../session'
import { confirm } from '../../ui/dialog'
import { notify } from '../../ui/notice'
import { enumerer } from './phrases'
import { entreeDe, type Choix } from './use-analyse'

/** The two things that a preview leads to: importing what can be, keeping apart what cannot. */
export function useExecution(plan: PlanImportation, choix: Choix) {
  const anneeId = useAnneeId()
  const travail = useLong(executerImportation)
  const annulerImport = useAnnulerImport()
  const enregistrement = useLong(enregistrerLignesACorriger)
  const aCorriger = plan.comptes.rejetees + plan.comptes.doublons

  const importer = async (total: number, parNature: readonly string[]): Promise<void> => {
    const accord = await confirm({
      title: `Importer dans l’année ${anneeId}\u00a0?`,
      message: 'Seules les lignes cochées sont écrites, toutes ensemble ou aucune.',
      consequences: [
        ...parNature,
        ...(aCorriger > 0 ? [`${compte(aCorriger, 'ligne')} à corriger ou en double, laissées de côté`] : []),
      ],
      action: total === 1 ? 'Importer la ligne' : `Importer les ${String(total)} lignes`,
    })
    if (!accord) return
    try {
      const fait = await travail.run({ ...entreeDe(choix, anneeId), empreinte: plan.empreinte })
      if (fait) notify.done(`Importé dans ${fait.anneeId} : ${enumerer(parNature)}.`, { action: await annulerImport() })
      else notify.info('Import annulé : rien n’a été écrit dans le registre.')
    } catch (error) {
      notify.error(error)
    }
  }

  const enregistrer = async (): Promise<void> => {
    try {
      const nomPropose = plan.nomFichier.replace(/\.xlsx$/i, '') + ' – à corriger.xlsx'
      const sortie = await call(choisirSortie, { but: 'lignesACorriger', nomPropose })
      if (!sortie) return
      const ecrit = await enregistrement.run({ ...entreeDe(choix, anneeId), sortieJeton: sortie.jeton })
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

  return { travail, enregistrement, aCorriger, importer, enregistrer }
}
