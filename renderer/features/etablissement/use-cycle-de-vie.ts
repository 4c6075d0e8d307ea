import { formatJour } from '../../../shared/dates'
import type { Etablissement } from '../../../shared/domain/etablissement/etablissement'
import {
  fermerEtablissement,
  rouvrirEtablissement,
  supprimerEtablissement,
} from '../../../shared/domain/etablissement/etablissement.contract'
import { useCommand } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAvantDeSupprimer } from '../../suppression'
import { confirm } from '../../ui/dialog'
import { aujourdhui } from '../../today'
import { notify } from '../../ui/notice'
import { navigate } from '../../ui/router'

/** Closing keeps everything that was; deleting is for what nothing names. */
export function useCycleDeVie({ id, nom, etat }: Pick<Etablissement, 'id' | 'nom' | 'etat'>) {
  const fermeture = useCommand(fermerEtablissement)
  const reouverture = useCommand(rouvrirEtablissement)
  const suppression = useCommand(supprimerEtablissement)
  const avantDeSupprimer = useAvantDeSupprimer()
  const fermer = async (): Promise<void> => {
    const fermeLe = aujourdhui()
    const agreed = await confirm({
      title: `Marquer « ${nom} » comme fermé ?`,
      message: `Il ne sera plus proposé à partir du ${formatJour(fermeLe)}. Ses réseaux, ses lettres et ses agents restent lisibles.`,
      action: 'Marquer comme fermé',
    })
    if (agreed) await told(fermeture.mutateAsync({ id, fermeLe }), `« ${nom} » est marqué comme fermé.`)
  }
  return {
    fermer,
    rouvrir: () => told(reouverture.mutateAsync({ id }), `« ${nom} » est de nouveau ouvert.`),
    supprimer: async (): Promise<void> => {
      const agreed = await avantDeSupprimer(
        { table: 'etablissement', id },
        {
          quoi: `« ${nom} »`,
          question: {
            title: `Supprimer « ${nom} » ?`,
            message: 'La fiche sera supprimée du registre : aucun réseau, aucune lettre ni aucun agent ne la nomme.',
            action: 'Supprimer la fiche',
          },
          ...(etat === 'ouvert' && { autrement: { action: 'Marquer comme fermé…', faire: () => void fermer() } }),
        },
      )
      if (!agreed) return
      if (await told(suppression.mutateAsync({ id }), `« ${nom} » a été supprimé.`)) {
        navigate(paths.etablissements.href({}))
      }
    },
  }
}

async function told(work: Promise<unknown>, done: string): Promise<boolean> {
  try {
    await work
    notify.done(done)
    return true
  } catch (error) {
    notify.error(error)
    return false
  }
}
