import { MultiSelect } from '@mantine/core'
import { controlerAnnexe } from '../../../shared/domain/fse/annexe'
import { definirAnnexe, type OperationFseComplete } from '../../../shared/domain/fse/fse.contract'
import { compte } from '../../../shared/nombres'
import { useCommand } from '../../ipc/use-operation'
import { Constats } from '../../ui/form/form'
import { notify } from '../../ui/notice'
import { useReadOnly } from '../../ui/read-only'
import { Section } from '../../ui/section'

/** The agents that the convention's financial annex lists; written at each choice. */
export function AnnexeFinanciere({ complete }: { complete: OperationFseComplete }) {
  const { operation, annexe, agents } = complete
  const definir = useCommand(definirAnnexe)
  const lecture = useReadOnly()
  const constats = controlerAnnexe(complete).map(({ champ: _champ, ...constat }) => constat)
  return (
    <Section
      shows="operationFseAgent"
      title="Annexe financière"
      description="Une lettre qui donne du temps à l’opération sans que son agent soit ici est signalée (règle L16), comme un agent d’ici qu’aucune lettre n’affecte (L01). Sans liste, rien n’est contrôlé."
    >
      <MultiSelect
        label={annexe.length === 0 ? 'Agents de l’annexe' : `Agents de l’annexe (${compte(annexe.length, 'agent')})`}
        placeholder={annexe.length === 0 ? 'Choisir un agent' : ''}
        searchable
        readOnly={lecture}
        nothingFoundMessage="Aucun agent de ce nom"
        data={agents.map(({ id, nom }) => ({ value: id, label: nom }))}
        value={annexe}
        onChange={(agentIds) => {
          definir.mutate({ operationId: operation.id, agentIds }, { onError: notify.error })
        }}
      />
      <Constats items={constats} />
    </Section>
  )
}
