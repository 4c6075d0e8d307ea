import { Button } from '@mantine/core'
import { anneeScolairePrecedente } from '../../shared/annee-scolaire'
import { compterAgents } from '../../shared/domain/agent/agent.contract'
import { useOperation } from '../ipc/use-operation'
import { idsOf } from '../liste/selected-ids'
import { notify } from '../ui/notice'
import { LongWork } from '../ui/progress'
import { useReconduction } from './use-reconduction'

/** Last year, when somebody served then and nobody serves in `anneeId` yet: where a new year begins. Null otherwise. */
export function useAnneeAReconduire(anneeId: string): string | null {
  const precedente = anneeScolairePrecedente(anneeId)
  const cette = useOperation(compterAgents, { anneeId }).data
  const derniere = useOperation(compterAgents, { anneeId: precedente }).data
  return cette?.affectes === 0 && (derniere?.affectes ?? 0) > 0 ? precedente : null
}

/** Carries over every service of `depuis`, in one step that can be undone. */
export function ReconduireAnnee({ depuis }: { depuis: string }) {
  const { run, running, work } = useReconduction(depuis)
  const reconduire = async (): Promise<void> => {
    const tous = { tousSauf: [], champ: { contexte: { anneeId: depuis } } }
    await run({ agentIds: await idsOf('agents', tous), depuis })
  }
  if (work.running) return <LongWork title="Reconduction" work={work} />
  return (
    <Button loading={running} onClick={() => void reconduire().catch(notify.error)}>
      Reconduire les affectations de {depuis}
    </Button>
  )
}
