import { formatJour } from '../../../shared/dates'
import {
  type MembreDeReseau,
  modifierMembres,
  supprimerMembres,
  type SuiteDesMembres,
} from '../../../shared/domain/reseau/reseau.contract'
import { jourDeReference } from '../../../shared/domain/reseau/perimetre'
import { compte } from '../../../shared/nombres'
import { useCommand } from '../../ipc/use-operation'
import { direSuite } from '../../membres'
import { useAnneeId } from '../../session'
import { aujourdhui } from '../../today'
import { confirm } from '../../ui/dialog'
import { notify } from '../../ui/notice'

/** Leaving a network keeps what was; erasing takes back what was written today by mistake. */
export function useSortie() {
  const retrait = useCommand(modifierMembres)
  const effacement = useCommand(supprimerMembres)
  const anneeId = useAnneeId()

  const attempt = (work: Promise<SuiteDesMembres>, fait: Parameters<typeof direSuite>[1]): Promise<void> =>
    work.then((suite) => direSuite(suite, fait), notify.error)

  return {
    retirer: async (membres: readonly MembreDeReseau[]): Promise<void> => {
      const finLe = jourDeReference(anneeId, aujourdhui())
      const sortants = membres.filter(({ finLe: deja }) => deja === null)
      if (sortants.length === 0) {
        notify.info('Ces établissements sont déjà sortis du réseau.')
        return
      }
      const agreed = await confirm({
        title: `Faire sortir ${compte(sortants.length, 'établissement')} du réseau ?`,
        message: `Leur dernier jour dans le réseau sera le ${formatJour(finLe)}. Leur appartenance jusqu’à ce jour reste dans l’histoire du réseau.`,
        action: `Faire sortir ${compte(sortants.length, 'établissement')}`,
      })
      if (!agreed) return
      await attempt(retrait.mutateAsync({ membres: sortants.map(({ id }) => ({ id, champs: { finLe } })) }), {
        un: 'sorti du réseau',
        plusieurs: 'sortis du réseau',
      })
    },
    effacer: (membres: readonly MembreDeReseau[]): Promise<void> =>
      attempt(effacement.mutateAsync({ ids: membres.map(({ id }) => id) }), {
        un: 'retiré : son ajout est effacé',
        plusieurs: 'retirés : leur ajout est effacé',
      }),
  }
}
