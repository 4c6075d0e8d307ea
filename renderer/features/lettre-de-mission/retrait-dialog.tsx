import { z } from 'zod'
import type { LettreSignataire } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { retirerSignatureLettre } from '../../../shared/domain/lettre-de-mission/vie.contract'
import { useCommand } from '../../ipc/use-operation'
import { Dialog } from '../../ui/dialog'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldTextarea } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { aujourdhui } from './libelles'

const schema = z.object({ motif: z.string() })

/** Takes back a signature recorded by mistake, and says why. */
export function RetraitDialog({
  lettreId,
  signataire: { id: ligneId, qualite },
  onClose,
}: {
  lettreId: string
  signataire: LettreSignataire
  onClose: () => void
}) {
  const retirer = useCommand(retirerSignatureLettre)
  const form = useSubmitForm<{ motif: string }>({
    schema,
    values: { motif: '' },
    submit: ({ motif }) => retirer.mutateAsync({ id: lettreId, ligneId, le: aujourdhui(), motif }),
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      size="sm"
      title="Retirer cette signature"
      actions={
        <SubmitButton form={form} onDone={onClose}>
          Retirer la signature
        </SubmitButton>
      }
    >
      <p>{`Signataire\u00a0: ${qualite}. Si aucune autre signature n’est enregistrée, la lettre redevient modifiable.`}</p>
      <FormGrid columns={1}>
        <FieldTextarea form={form} name="motif" label="Motif" required rows={2} />
      </FormGrid>
    </Dialog>
  )
}
