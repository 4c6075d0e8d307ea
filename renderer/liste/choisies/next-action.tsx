import { formatJour } from '../../../shared/dates'
import { clesDeProchaineAction } from '../../../shared/domain/prochaine-action/colonnes'
import { prochaineAction, type ProchaineAction } from '../../../shared/domain/prochaine-action/prochaine-action'
import { Dialog } from '../../ui/dialog'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import type { Bulk, Chosen } from './use-bulk-write'

type Saisie = Pick<ProchaineAction, 'quoi' | 'qui' | 'pourLe'>
const schema = prochaineAction.pick({ quoi: true, qui: true, pourLe: true })
const nothing: Saisie = { quoi: '', qui: '', pourLe: null }

/** What comes next on every selected record: what, who, for when. */
export function NextAction({ chosen, bulk, onClose }: { chosen: Chosen; bulk: Bulk; onClose: () => void }) {
  const form = useSubmitForm<Saisie>({
    schema,
    values: nothing,
    submit: ({ quoi, qui, pourLe }) =>
      bulk.write([...clesDeProchaineAction], [quoi, qui, pourLe === null ? '' : formatJour(pourLe)]),
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Prochaine action : ${chosen.dits}`}
      actions={
        <SubmitButton form={form} onDone={onClose}>
          Écrire sur chaque fiche
        </SubmitButton>
      }
    >
      <FormGrid columns={2}>
        <FieldText
          form={form}
          name="quoi"
          label="Prochaine action"
          placeholder="Relancer, appeler, envoyer…"
          help="Là où une action attend déjà, celle-ci prend sa place."
          required
          span={2}
        />
        <FieldText form={form} name="qui" label="Qui" />
        <FieldJour form={form} name="pourLe" label="Pour quand" />
      </FormGrid>
      {form.state.kind === 'failed' && <p role="alert">{form.state.message}</p>}
    </Dialog>
  )
}
