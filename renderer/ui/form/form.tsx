import { Button } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { Constat } from '../../../shared/constat'
import { formatHorloge } from '../format'
import { FieldNote } from './field-note'
import classes from './form.module.css'
import type { FormModel } from './form-model'
import type { SubmitForm } from './use-submit-form'

/** The one layout of fields: equal columns, a field may span several. */
export function FormGrid({ columns = 2, children }: { columns?: 1 | 2 | 3 | 4; children: ReactNode }) {
  return (
    <div className={classes.grid} data-columns={columns} style={{ '--columns': columns } as CSSProperties}>
      {children}
    </div>
  )
}

/** « Enregistré à 14 h 32 »: says aloud that what was typed is written. */
export function SaveStatus<Values extends FieldValues>({ form: { state } }: { form: FormModel<Values> }) {
  return (
    <div role="status" className={classes.status} data-kind={state.kind}>
      {state.kind === 'saving' && 'Enregistrement…'}
      {state.kind === 'saved' && `Enregistré à ${formatHorloge(state.at)}`}
      {state.kind === 'failed' && `× ${state.message}`}
    </div>
  )
}

/** Sentences of the rules about the whole record. */
export function Constats({ items }: { items: readonly Constat[] }) {
  const whole = items.filter((constat) => constat.champ === undefined)
  if (whole.length === 0) return null
  return (
    <ul className={classes.constats}>
      {whole.map((constat) => (
        <li key={constat.message}>
          <FieldNote gravite={constat.gravite}>{constat.message}</FieldNote>
        </li>
      ))}
    </ul>
  )
}

interface SubmitButtonProps<Values extends FieldValues> {
  form: SubmitForm<Values>
  children: string
  /** Called once the form was accepted. */
  onDone?: () => void
}

/** The button of a form that acts at once. */
export function SubmitButton<Values extends FieldValues>({ form, children, onDone }: SubmitButtonProps<Values>) {
  return (
    <Button
      loading={form.state.kind === 'saving'}
      onClick={() => void form.submit().then((done) => (done ? onDone?.() : undefined))}
    >
      {children}
    </Button>
  )
}
