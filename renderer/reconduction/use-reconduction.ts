import { anneeScolaireSuivante } from '../../shared/annee-scolaire'
import { reconduireAffectations, type Reconduction } from '../../shared/domain/affectation/affectation.contract'
import { ajouterAnnee } from '../../shared/domain/parametres/parametres.contract'
import { compte } from '../../shared/nombres'
import { useCommand, useLong } from '../ipc/use-operation'
import { useSession } from '../session'
import { notify } from '../ui/notice'

/** Carries services of `depuis` over into the next school year, opened first when the register does not hold it yet. */
export function useReconduction(depuis: string) {
  const { annees, anneeId, setAnneeId } = useSession()
  const ajouter = useCommand(ajouterAnnee)
  const reconduire = useLong(reconduireAffectations)
  const suivante = anneeScolaireSuivante(depuis)
  const run = async (choix: { affectationIds: string[] } | { agentIds: string[]; depuis: string }): Promise<void> => {
    try {
      if (!annees.includes(suivante)) await ajouter.mutateAsync({ anneeId: suivante })
      const bilan = await reconduire.run({ ...choix, anneeId: suivante })
      if (!bilan) return notify.info('Annulé : aucune affectation n’a été reconduite.')
      if (bilan.reconduites === 0) notify.info(phrase(bilan, suivante))
      else
        notify.done(phrase(bilan, suivante), {
          ...(suivante !== anneeId && { action: { label: `Voir ${suivante}`, onClick: () => setAnneeId(suivante) } }),
        })
    } catch (error) {
      notify.error(error)
    }
  }
  return { depuis, suivante, run, running: ajouter.isPending || reconduire.running, work: reconduire }
}

/** What was carried over, and what was left alone, with the reason. */
export function phrase({ reconduites, dejaPresentes, contratsFinis }: Reconduction, annee: string): string {
  return [
    reconduites === 0
      ? `Rien n’a été reconduit en ${annee}.`
      : `${compte(reconduites, 'affectation reconduite', 'affectations reconduites')} en ${annee}.`,
    dejaPresentes === 0 ? '' : dejaPresentes === 1 ? 'Une y était déjà.' : `${String(dejaPresentes)} y étaient déjà.`,
    contratsFinis.length === 0 ? '' : `Contrat fini avant la rentrée\u00a0: ${contratsFinis.join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
