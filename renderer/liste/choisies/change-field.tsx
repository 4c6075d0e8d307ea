import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { type EssaiDEcriture, optionsDeColonne, verifierEcriture } from '../../../shared/domain/liste/liste.contract'
import { compte } from '../../../shared/nombres'
import { useLong, useOperation } from '../../ipc/use-operation'
import { Dialog } from '../../ui/dialog'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FieldRecherche, type Found } from '../../ui/form/field-recherche'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { type SubmitForm, useSubmitForm } from '../../ui/form/use-submit-form'
import { aLEcran } from '../../ui/format'
import { LongWork } from '../../ui/progress'
import { ChangePreview } from '../../ui/table/change-preview'
import { type Column, columnType } from '../../ui/table/column'
import type { Bulk, Chosen } from './use-bulk-write'
import classes from './choisies.module.css'

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

/** What was typed and what it would do. */
interface Trial<Row> {
  readonly column: Column<Row>
  readonly valeur: string
  /** The value as a person reads it: the name of what was chosen. */
  readonly dite: string
  readonly result: EssaiDEcriture
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

/** The same value for a field of every selected row: typed as in a cell, tried, shown row by row, then written. */
export function ChangeField<Row>({ chosen, columns, bulk, onClose }: ChangeFieldProps<Row>) {
  const { liste, contexte, selection, dits } = chosen
  const writable = columns.filter(({ edition }) => edition !== undefined)
  const trying = useLong(verifierEcriture)
  const [trial, setTrial] = useState<Trial<Row>>()
  const [names] = useState(() => new Map<string, string>())
  const form = useSubmitForm<Values>({
    schema,
    values,
    submit: async ({ colonne, valeur }) => {
      const column = writable.find(({ cle }) => cle === colonne)
      const typed = valeur ?? ''
      const result = await trying.run({ liste, contexte, bloc: { selection, colonnes: [colonne], valeurs: [typed] } })
      if (column && result) setTrial({ column, valeur: typed, dite: names.get(typed) ?? typed, result })
    },
  })
  const { methods } = form
  // What was chosen for a field is not for another.
  useEffect(
    () =>
      methods.subscribe({
        name: 'colonne',
        formState: { values: true },
        callback: () => methods.setValue('valeur', ''),
      }),
    [methods],
  )
  const title = `Changer un champ : ${dits}`
  if (trial) {
    const { column, valeur } = trial
    const write = async (): Promise<void> => {
      onClose()
      await bulk.write([column.cle], [valeur])
    }
    return <TrialDialog {...{ title, trial, onClose, write }} onBack={() => setTrial(undefined)} />
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      actions={<SubmitButton form={form}>Voir ce qui change</SubmitButton>}
    >
      <FormGrid columns={1}>
        <FieldChoix
          form={form}
          name="colonne"
          label="Champ"
          required
          options={writable.map(({ cle, titre }) => ({ value: cle, label: titre }))}
        />
        <NewValue {...{ form, liste, writable, names }} />
      </FormGrid>
      <LongWork title="Lecture de ce qui changerait" work={trying} />
      {form.state.kind === 'failed' && <p role="alert">{form.state.message}</p>}
    </Dialog>
  )
}

interface NewValueProps<Row> {
  form: SubmitForm<Values>
  liste: Chosen['liste']
  writable: readonly Column<Row>[]
  /** What the records found are called, by what is written of them. */
  names: Map<string, string>
}

/** The field that the column asks for: a list, a record searched by its name or its code, or a text. */
function NewValue<Row>({ form, liste, writable, names }: NewValueProps<Row>) {
  const colonne = useWatch({ control: form.control, name: 'colonne' })
  const column = writable.find(({ cle }) => cle === colonne)
  const { data: labels = [] } = useOperation(
    optionsDeColonne,
    { liste, colonne: colonne || '-' },
    { enabled: column !== undefined },
  )
  const input = column?.edition?.input
  const common = { form, name: 'valeur', label: 'Nouvelle valeur' } as const
  if (input?.genre === 'recherche' && input.entiere !== true) {
    const search = async (texte: string, signal: AbortSignal): Promise<readonly Found[]> => {
      const found = texte.trim() === '' ? [] : await input.chercher(texte, signal)
      for (const { value, label } of found) names.set(value, label)
      return found
    }
    return (
      <FieldRecherche
        key={colonne}
        {...common}
        search={search}
        display={(value) => names.get(value)}
        placeholder="Nom, commune ou UAI ; vide pour effacer"
      />
    )
  }
  if (labels.length > 0)
    return (
      <FieldChoix
        key={colonne}
        {...common}
        placeholder="Laisser vide pour effacer"
        clearable
        options={labels.map((label) => ({ value: label, label }))}
      />
    )
  const help = column && howTyped[columnType(column)]
  return (
    <FieldText
      key={colonne}
      {...common}
      placeholder="Laisser vide pour effacer"
      {...(help !== undefined && { help })}
    />
  )
}

interface TrialDialogProps<Row> {
  title: string
  trial: Trial<Row>
  write: () => Promise<void>
  onBack: () => void
  onClose: () => void
}

/** What would change, nothing being written yet. */
function TrialDialog<Row>({ title, trial, write, onBack, onClose }: TrialDialogProps<Row>) {
  const { column, dite, result } = trial
  const { ecrites, inchangees, refusees, essayees } = result
  const rows = essayees.map(({ id, libelle, avant, refus }) => ({
    ...{ cle: id, ligne: libelle, colonne: column.titre, avant, apres: dite },
    refus: refus ?? undefined,
  }))
  const counts = [
    compte(ecrites, 'valeur changerait', 'valeurs changeraient'),
    ...(inchangees > 0 ? [compte(inchangees, 'l’est déjà', 'le sont déjà')] : []),
    ...(refusees > 0 ? [`${compte(refusees, 'refusée')}, avec la raison`] : []),
  ]
  return (
    <Dialog
      opened
      size="xl"
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="default" onClick={onBack}>
            Revenir
          </Button>
          <Button disabled={ecrites === 0} data-autofocus onClick={() => void write()}>
            {ecrites === 0 ? 'Rien à changer' : `Changer ${aLEcran(compte(ecrites, 'valeur'))}`}
          </Button>
        </>
      }
    >
      <p className={classes.bilan}>
        {aLEcran(counts.join(', '))}.
        {essayees.length < ecrites + refusees && ` Les ${aLEcran(compte(essayees.length, 'première', 'premières'))} :`}
      </p>
      {rows.length > 0 && <ChangePreview label={title} rows={rows} />}
    </Dialog>
  )
}
