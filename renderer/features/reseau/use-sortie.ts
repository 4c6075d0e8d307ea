import { formatJour } from '../../../shared/dates'
import { retirerMembre, supprimerMembre, type MembreDeReseau } from '../../../shared/domain/reseau/reseau.contract'
import { jourDeReference } from '../../../shared/domain/reseau/perimetre'
import { compte } from '../../../shared/nombres'
import { useCommand } from '../../ipc/use-operation'
import { useAnneeId } from '../../session'
import { aujourdhui } from '../../today'
import { confirm } from '../../ui/dialog'
import { notify } from '../../ui/notice'

/** Leaving a network keeps what was; erasing takes back what was written today by mistake. */
export function useSortie() {
  const retrait = useCommand(retirerMembre)
  const effacement = useCommand(supprimerMembre)
  const anneeId = useAnneeId()

  const each = async (
    membres: readonly MembreDeReseau[],
    act: (membre: MembreDeReseau) => Promise<unknown>,
    done: string,
  ): Promise<void> => {
    let nombre = 0
    try {
      for (const membre of membres) {
        await act(membre)
        nombre += 1
      }
    } catch (error) {
      notify.error(error)
    }
    if (nombre > 0) notify.done(`${compte(nombre, 'établissement')} ${done}.`)
  }

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
      if (agreed) await each(sortants, ({ id }) => retrait.mutateAsync({ id, finLe }), 'sortis du réseau')
    },
    effacer: (membres: readonly MembreDeReseau[]): Promise<void> =>
      each(membres, ({ id }) => effacement.mutateAsync({ id }), 'retirés : leur ajout est effacé'),
  }
}
