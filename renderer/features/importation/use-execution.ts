import { executerImportation } from '../../../shared/domain/importation/importation.contract'
import { anneeAnnoncee, direAnnonce } from '../../../shared/domain/importation/annee-annoncee'
import type { PlanImportation } from '../../../shared/domain/importation/plan'
import { compte, formatNombre } from '../../../shared/nombres'
import { useLong } from '../../ipc/use-operation'
import { useAnnulerImport } from '../../journal/annuler-import'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { enumerer } from '../../../shared/text'
import { confirm } from '../../ui/dialog'
import { notify } from '../../ui/notice'
import { navigate } from '../../ui/router'
import { retenirImport } from './lignes-a-corriger'
import { importables } from './phrases'
import { entreeDe, type Choix } from './use-analyse'
import type { Gestes } from './use-choix'

/** Imports what can be, then shows the report. */
export function useExecution(plan: PlanImportation, { choix, oublier }: Gestes<Choix>) {
  const anneeId = useAnneeId()
  const travail = useLong(executerImportation)
  const annulerImport = useAnnulerImport()
  const annonce = anneeAnnoncee(plan, anneeId)
  const aCorriger = plan.comptes.rejetees + plan.comptes.doublons

  const importer = async (total: number, parNature: readonly string[]): Promise<void> => {
    const accord = await confirm({
      title: `Importer dans l’année ${anneeId}\u00a0?`,
      message: 'Seules les lignes cochées sont écrites, toutes ensemble ou aucune.',
      consequences: [
        ...(annonce ? [direAnnonce(annonce, anneeId)] : []),
        ...parNature,
        ...(aCorriger > 0 ? [`${compte(aCorriger, 'ligne')} à corriger ou en double, laissées de côté`] : []),
      ],
      action: total === 1 ? 'Importer la ligne' : `Importer les ${formatNombre(total)} lignes`,
    })
    if (!accord) return
    const from = window.location.hash
    try {
      const fait = await travail.run({ ...entreeDe(choix, anneeId), empreinte: plan.empreinte })
      if (!fait) return notify.info('Import annulé : rien n’a été écrit dans le registre.')
      oublier()
      const ecrites = importables(fait.feuilles, choix.exclues).parNature
      notify.done(`Importé dans ${fait.anneeId} : ${enumerer(ecrites)}.`, { action: await annulerImport() })
      retenirImport({ importId: fait.importId, nomFichier: plan.nomFichier, anneeId, choix })
      navigate(paths.importFait.href({ id: fait.importId }), { replace: true, from })
    } catch (error) {
      notify.error(error)
    }
  }
  return { travail, aCorriger, importer }
}
