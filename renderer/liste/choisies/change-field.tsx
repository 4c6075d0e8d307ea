import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { optionsDeColonne } from '../../../shared/domain/liste/liste.contract'
import { useOperation } from '../../ipc/use-operation'
import { Dialog } from '../../ui/dialog'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { type Column, columnType } from '../../ui/table/column'
import type { Bulk, Chosen } from './use-bulk-write'

interface ChangeFieldProps<Row> {
  chosen: Chosen
  columns: readonly Column<Row>[]
  bulk: Bulk
  onClose: () => void
}

interface Values {
  colonne: string
  valeur: string | null
}

const schema = z.object({ colonne: z.string().min(1, 'Choisissez un champ.'), valeur: z.string().nullable() })
const values: Values = { colonne: '', valeur: '' }

const howTyped: Partial<Record<ReturnType<typeof columnType>, string>> = {
  jour: 'Une date, 31/08/2027.',
  nombre: 'Un nombre, ou une somme : 12+3,5.',
  montant: 'Un montant en euros, ou une somme : 1200+350,50.',
  pourcentage: 'Un pourcentage : 80.',
  heures: 'Des heures : 1404, 13 h 30.',
  booleen: 'Oui ou non.',
}

/** The same value for a field of every selected row, typed as in a cell; nothing typed empties it. */
export function ChangeField<Row>({ chosen, columns, bulk, onClose }: ChangeFieldProps<Row>) {
  const { liste, dits } = chosen
  const writable = columns.filter(({ edition }) => edition !== undefined)
  const form = useSubmitForm<Values>({
    schema,
    values,
    submit: ({ colonne, valeur }) => bulk.write([colonne], [valeur ?? '']),
  })
  const colonne = useWatch({ control: form.control, name: 'colonne' })
  const column = writable.find(({ cle }) => cle === colonne)
  const { data: labels = [] } = useOperation(
    optionsDeColonne,
    { liste, colonne: colonne || '-' },
    { enabled: column !== undefined },
  )
  const help = column && howTyped[columnType(column)]
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Changer un champ : ${dits}`}
      actions={
        <SubmitButton form={form} onDone={onClose}>
          Changer partout
        </SubmitButton>
      }
    >
      <FormGrid columns={1}>
        <FieldChoix
          form={form}
          name="colonne"
          label="Champ"
          required
          options={writable.map(({ cle, titre }) => ({ value: cle, label: titre }))}
        />
        {labels.length > 0 ? (
          <FieldChoix
            key={colonne}
            form={form}
            name="valeur"
            label="Nouvelle valeur"
            placeholder="Laisser vide pour effacer"
            clearable
            options={labels.map((label) => ({ value: label, label }))}
          />
        ) : (
          <FieldText
            key={colonne}
            form={form}
            name="valeur"
            label="Nouvelle valeur"
            placeholder="Laisser vide pour effacer"
            {...(help !== undefined && { help })}
          />
        )}
      </FormGrid>
      {form.state.kind === 'failed' && <p role="alert">{form.state.message}</p>}
    </Dialog>
  )
}
