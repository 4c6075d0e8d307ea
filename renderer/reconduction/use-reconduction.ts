import { anneeScolaireSuivante } from '../../shared/annee-scolaire'
import { reconduireAffectations, type Reconduction } from '../../shared/domain/affectation/affectation.contract'
import { ajouterAnnee } from '../../shared/domain/parametres/parametres.contract'
import { compte } from '../../shared/nombres'
import { useCommand, useLong } from '../ipc/use-operation'
import { useSession } from '../session'
import { paths } from '../paths'
import { confirm } from '../ui/dialog'
import { notify } from '../ui/notice'
import { navigate } from '../ui/router'

/** Carries services of `depuis` over into the next school year, opened first when the register does not hold it yet. */
export function useReconduction(depuis: string) {
  const { annees, anneeId, setAnneeId } = useSession()
  const ajouter = useCommand(ajouterAnnee)
  const reconduire = useLong(reconduireAffectations)
  const suivante = anneeScolaireSuivante(depuis)
  const voirLesFinis = async (noms: readonly string[]): Promise<void> => {
    const voir = await confirm({
      title: `${compte(noms.length, 'contrat')} finis avant la rentrée`,
      message: `Leurs affectations de ${depuis} n’ont pas été reconduites en ${suivante}\u00a0:`,
      consequences: noms,
      action: 'Voir ces agents',
      refuser: 'Fermer',
    })
    if (!voir) return
    setAnneeId(depuis)
    navigate(paths.agents.href({}, { filtre: 'contrats' }))
  }
  const run = async (choix: { affectationIds: string[] } | { agentIds: string[]; depuis: string }): Promise<void> => {
    try {
      if (!annees.includes(suivante)) await ajouter.mutateAsync({ anneeId: suivante })
      const bilan = await reconduire.run({ ...choix, anneeId: suivante })
      if (!bilan) return notify.info('Annulé : aucune affectation n’a été reconduite.')
      const noms = bilan.contratsFinis
      const action =
        noms.length > nommes
          ? { label: 'Voir les noms', onClick: () => void voirLesFinis(noms) }
          : suivante !== anneeId && bilan.reconduites > 0
            ? { label: `Voir ${suivante}`, onClick: () => setAnneeId(suivante) }
            : undefined
      notify[bilan.reconduites === 0 ? 'info' : 'done'](phrase(bilan, suivante), { action })
    } catch (error) {
      notify.error(error)
    }
  }
  return { depuis, suivante, run, running: ajouter.isPending || reconduire.running, work: reconduire }
}

/** Beyond that many, the names are behind a button. */
const nommes = 2

/** What was carried over, and what was left alone, with the reason. */
export function phrase({ reconduites, dejaPresentes, contratsFinis }: Reconduction, annee: string): string {
  return [
    reconduites === 0
      ? `Rien n’a été reconduit en ${annee}.`
      : `${compte(reconduites, 'affectation reconduite', 'affectations reconduites')} en ${annee}.`,
    dejaPresentes === 0 ? '' : dejaPresentes === 1 ? 'Une y était déjà.' : `${String(dejaPresentes)} y étaient déjà.`,
    contratsFinis.length === 0
      ? ''
      : contratsFinis.length <= nommes
        ? `Contrat fini avant la rentrée\u00a0: ${contratsFinis.join(', ')}.`
        : `${compte(contratsFinis.length, 'contrat')} finis avant la rentrée\u00a0: non reconduits.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
