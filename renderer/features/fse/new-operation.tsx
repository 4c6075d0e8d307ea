import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { bornesAnneeScolaire } from '../../../shared/annee-scolaire'
import { creerOperation } from '../../../shared/domain/fse/fse.contract'
import type { InputOf } from '../../../shared/ipc'
import { useCommand } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { useBrouillon } from '../../brouillon'
import { Dialog } from '../../ui/dialog'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { DraftOffer } from '../../ui/form/draft'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldPourcent } from '../../ui/form/number-fields'
import { FieldText } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { navigate } from '../../ui/router'
import { choixRegime } from './libelles'

type Values = InputOf<typeof creerOperation>

/** What the convention says first; the rest is typed on the operation's page. */
export function NewOperation({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return opened ? <NewOperationDialog onClose={onClose} /> : null
}

function NewOperationDialog({ onClose }: { onClose: () => void }) {
  const anneeId = useAnneeId()
  const creer = useCommand(creerOperation)
  const values = useMemo<Values>(
    () => ({ numero: '', intitule: '', ...bornesAnneeScolaire(anneeId), taux: 60, regimeCouts: 'R40' }),
    [anneeId],
  )
  const form = useSubmitForm<Values>({
    schema: creerOperation.input,
    values,
    draft: useBrouillon('nouvelleOperationFse'),
    submit: async (faits) => {
      const { id } = await creer.mutateAsync(faits)
      navigate(paths.operationFse.href({ id }))
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Nouvelle opération FSE"
      size="lg"
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <SubmitButton form={form} onDone={onClose}>
            Créer l’opération
          </SubmitButton>
        </>
      }
    >
      <DraftOffer form={form} />
      <FormGrid columns={2}>
        <FieldText
          form={form}
          name="numero"
          label="Numéro de l’opération"
          required
          help="Tel que la convention l’écrit."
        />
        <FieldPourcent form={form} name="taux" label="Taux conventionné" required />
        <FieldText form={form} name="intitule" label="Intitulé" required span={2} />
        <FieldJour form={form} name="debutLe" label="Début de réalisation" required />
        <FieldJour form={form} name="finLe" label="Fin de réalisation" required />
        <FieldChoix form={form} name="regimeCouts" label="Régime de coûts" options={choixRegime} required span={2} />
      </FormGrid>
    </Dialog>
  )
}
