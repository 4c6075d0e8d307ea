import { creerLettresManquantes } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { compte } from '../../../shared/nombres'
import { useCommand } from '../../ipc/use-operation'
import { notify } from '../../ui/notice'

/** Writes every missing letter of the year, or those of the services given, in one step; says what could not be written. */
export function useCreerManquantes(anneeId: string) {
  const command = useCommand(creerLettresManquantes)
  const run = async (affectationIds?: string[]): Promise<void> => {
    try {
      const { creees, laissees } = await command.mutateAsync({ anneeId, ...(affectationIds && { affectationIds }) })
      if (creees.length > 0) notify.done(`${compte(creees.length, 'lettre créée', 'lettres créées')} en brouillon.`)
      for (const { agent, raison } of laissees) notify.info(`${agent} : pas de lettre. ${raison}`)
    } catch (error) {
      notify.error(error)
    }
  }
  return { run, running: command.isPending }
}
