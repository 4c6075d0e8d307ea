import { lireReglagesJournal } from '../../shared/domain/journal/journal.contract'
import { compte } from '../../shared/nombres'
import { useOperation } from '../ipc/use-operation'

/** What every deletion says before it is done. */
export function useMotCorbeille(): string {
  const { data } = useOperation(lireReglagesJournal, {})
  return `Pendant ${compte(data?.corbeilleJours ?? 30, 'jour')}, tout peut revenir de la corbeille du journal, liens compris.`
}
