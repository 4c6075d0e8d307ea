import { z } from 'zod'
import {
  agentSansLettre,
  libellesRaison,
  raisonsSansLettre,
  type RaisonSansLettre,
} from '../../../shared/domain/campagne/campagne'
import { expliquerSansLettre, type Proposition } from '../../../shared/domain/campagne/campagne.contract'
import { useCommand } from '../../ipc/use-operation'
import { Dialog } from '../../ui/dialog'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'

const schema = z.object({ raison: z.enum(raisonsSansLettre), precisions: agentSansLettre.shape.precisions })
interface Valeurs {
  raison: RaisonSansLettre
  precisions: string
}

/** Why this agent has no letter this year: kept, and said wherever the campaign is shown. */
export function ExplicationDialog({
  anneeId,
  proposition: { agent, agentId, roleId },
  onClose,
}: {
  anneeId: string
  proposition: Proposition
  onClose: () => void
}) {
  const expliquer = useCommand(expliquerSansLettre)
  const form = useSubmitForm<Valeurs>({
    schema,
    values: { raison: 'depart', precisions: '' },
    submit: (valeurs) => expliquer.mutateAsync({ anneeId, agentId, roleId, ...valeurs }),
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      size="sm"
      title={`Pas de lettre pour ${agent}`}
      actions={
        <SubmitButton form={form} onDone={onClose}>
          Enregistrer la raison
        </SubmitButton>
      }
    >
      <FormGrid columns={1}>
        <FieldChoix
          form={form}
          name="raison"
          label="Raison"
          required
          options={raisonsSansLettre.map((value) => ({ value, label: libellesRaison[value] }))}
        />
        <FieldText form={form} name="precisions" label="Précisions" />
      </FormGrid>
    </Dialog>
  )
}
