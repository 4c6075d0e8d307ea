import { z } from 'zod'
import { nommerSignataire, prochainSignataire } from '../../../shared/domain/lettre-de-mission/signature'
import type { LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { signerLettres } from '../../../shared/domain/lettre-de-mission/vie.contract'
import { id, jour } from '../../../shared/schema'
import { useCommand } from '../../ipc/use-operation'
import { Dialog } from '../../ui/dialog'
import { FieldBooleen, FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { DaterALaSignature } from './avant-l-envoi'
import { aujourdhui } from './libelles'

const schema = z.object({ ligneId: id, le: jour, horsOrdre: z.boolean(), dater: z.boolean() })

/** Who signed, and when; the next one of the circuit by default. */
export function SignatureDialog({
  lue: { lettre, signataires },
  ligneId,
  onClose,
}: {
  lue: LettreLue
  ligneId?: string
  onClose: () => void
}) {
  const signer = useCommand(signerLettres)
  const attendus = signataires.filter(({ signeLe }) => signeLe === null)
  const form = useSubmitForm<z.infer<typeof schema>>({
    schema,
    values: {
      ligneId: ligneId ?? prochainSignataire(signataires)?.id ?? '',
      le: aujourdhui(),
      horsOrdre: false,
      dater: true,
    },
    submit: (valeurs) => signer.mutateAsync({ ids: [lettre.id], ...valeurs }),
  })
  const premiere = attendus.length === signataires.length
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Enregistrer une signature"
      actions={
        <SubmitButton form={form} onDone={onClose}>
          Enregistrer la signature
        </SubmitButton>
      }
    >
      <FormGrid columns={1}>
        <FieldChoix
          form={form}
          name="ligneId"
          label="Signataire"
          required
          options={attendus.map((signataire) => ({ value: signataire.id, label: nommerSignataire(signataire) }))}
        />
        <FieldJour
          form={form}
          name="le"
          label="Signé le"
          required
          help={premiere ? 'À la première signature, le texte de la lettre est figé tel qu’il est imprimé.' : undefined}
        />
        <DaterALaSignature form={form} lettre={lettre} />
        <FieldBooleen form={form} name="horsOrdre" label="Hors de l’ordre du circuit" />
      </FormGrid>
    </Dialog>
  )
}
