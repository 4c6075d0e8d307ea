import { listerJournal } from '../../shared/domain/journal/journal.contract'
import { call } from '../ipc/call'
import { useAnnulation } from './annulation'

/**
 * « Annuler cet import », for the notice that says that it is done: it names its own step, so that it still undoes the
 * import (and keeps what was edited since) when other things were done after it.
 */
export function useAnnulerImport(): () => Promise<{ label: string; onClick: () => void } | undefined> {
  const { annuler } = useAnnulation()
  return async () => {
    const { annulable } = await call(listerJournal, { limite: 1 })
    return annulable ? { label: 'Annuler cet import', onClick: () => annuler(annulable.seq) } : undefined
  }
}
