import { operationFse, type OperationFse } from '../../../shared/domain/fse/fse'
import { modifierOperation } from '../../../shared/domain/fse/fse.contract'
import { useCommand } from '../../ipc/use-operation'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import { FieldPourcent } from '../../ui/form/number-fields'
import { FieldText, FieldTextarea } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { Section } from '../../ui/section'
import { choixEtatOperation, choixRegime } from './libelles'

const schema = operationFse.omit({ id: true })
type Values = Omit<OperationFse, 'id'>

/** What the convention says: written as each field is left. */
export function OperationForm({ operation: { id, ...values } }: { operation: OperationFse }) {
  const modifier = useCommand(modifierOperation)
  const form = useAutosaveForm<Values>({
    schema,
    values,
    save: (champs, _tout, attendu) => modifier.mutateAsync({ id, champs, attendu }),
  })
  return (
    <Section title="Convention" actions={<SaveStatus form={form} />}>
      <FormGrid columns={2}>
        <FieldText form={form} name="numero" label="Numéro de l’opération" required />
        <FieldChoix form={form} name="etat" label="État" options={choixEtatOperation} required />
        <FieldText form={form} name="intitule" label="Intitulé" required span={2} />
        <FieldText form={form} name="programme" label="Programme" span={2} />
        <FieldJour form={form} name="debutLe" label="Début de réalisation" required />
        <FieldJour form={form} name="finLe" label="Fin de réalisation" required />
        <FieldText form={form} name="porteur" label="Porteur de projet" />
        <FieldPourcent
          form={form}
          name="taux"
          label="Taux conventionné"
          required
          help="Celui de la convention, jusqu’à quatre décimales."
        />
        <FieldChoix
          form={form}
          name="regimeCouts"
          label="Régime de coûts"
          options={choixRegime}
          required
          span={2}
          help="Il fixe les postes saisis et le forfait calculé."
        />
        <FieldTextarea form={form} name="observations" label="Observations" span={2} rows={4} />
      </FormGrid>
    </Section>
  )
}
