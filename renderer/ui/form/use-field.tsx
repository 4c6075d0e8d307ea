import type { ReactNode } from 'react'
import type { FieldPath, FieldValues } from 'react-hook-form'
import { useController } from 'react-hook-form'
import { Annotated } from '../annotated'
import { useReadOnly } from '../read-only'
import { sameValue } from './changes'
import { ConflictNote } from './conflict-note'
import { FieldNote } from './field-note'
import classes from './form.module.css'
import type { FormModel } from './form-model'

/** What every field takes. */
export interface FieldProps<Values extends FieldValues> {
  form: FormModel<Values>
  name: FieldPath<Values>
  label: string
  help?: ReactNode
  required?: boolean
  readOnly?: boolean
  /** Columns of the `FormGrid` that it takes. */
  span?: 1 | 2 | 3 | 'full'
}

interface Field {
  value: unknown
  /** Changes the value without writing it. */
  set: (value: unknown) => void
  /** The field is left: checks, then writes. */
  leave: () => void
  /** A choice: sets and writes at once. */
  choose: (value: unknown) => void
  ref: (element: HTMLElement | null) => void
  /** Props of the Mantine input: label above, error and rules' sentences under it, help below. */
  inputProps: {
    name: string
    label: ReactNode
    description: ReactNode
    error: ReactNode
    withAsterisk: boolean
    readOnly: boolean
    /** What cannot be changed is drawn so, whatever the control (controls.css). */
    wrapperProps: { 'data-locked': true | undefined }
    className: string
  }
}

/** What the register now holds in a field in conflict; a row of a list is looked for in the list. */
function conflictOf<Values extends FieldValues>(
  { conflicts }: FormModel<Values>,
  name: string,
  typed: unknown,
): { key: string; theirs: unknown } | undefined {
  const [key = name, ...path] = name.split('.')
  if (!conflicts.has(key)) return undefined
  const theirs = path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    conflicts.get(key),
  )
  return sameValue(theirs, typed) ? undefined : { key, theirs }
}

const spans = { 1: '', 2: classes.span2, 3: classes.span3, full: classes.full }

interface FieldOptions {
  /** The field's own remark about what was typed. */
  note?: ReactNode
  /** How a value of this field is written. */
  display?: (value: unknown) => string
}

const asWritten = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** Binds a field to its form. */
export function useField<Values extends FieldValues>(
  props: FieldProps<Values>,
  { note, display = asWritten }: FieldOptions = {},
): Field {
  const { form, name, label, help, required = false, span } = props
  const readOnly = useReadOnly() || (props.readOnly ?? false)
  const { field, fieldState } = useController<Values, FieldPath<Values>, Values>({ name, control: form.control })
  const rules = form.constats.filter((constat) => constat.champ === name)
  const blocking = rules.find((constat) => constat.gravite === 'bloquant')
  const others = rules.filter((constat) => constat !== blocking)
  const conflict = conflictOf(form, name, field.value)
  const empty = others.length === 0 && note === undefined && help === undefined && !conflict
  const set = (value: unknown): void => field.onChange(value)
  const leave = (): void => {
    field.onBlur()
    form.leave(name)
  }
  return {
    value: field.value,
    set,
    leave,
    choose: (value) => {
      set(value)
      form.leave(name)
    },
    ref: field.ref,
    inputProps: {
      name,
      label: <Annotated>{label}</Annotated>,
      error: fieldState.error?.message ?? blocking?.message,
      description: empty ? undefined : (
        <>
          {conflict && (
            <ConflictNote
              value={display(conflict.theirs)}
              label={label}
              settle={(keep) => form.settle(conflict.key, keep)}
            />
          )}
          {note !== undefined && <FieldNote gravite="alerte">{note}</FieldNote>}
          {others.map((constat) => (
            <FieldNote key={constat.message} gravite={constat.gravite}>
              {constat.message}
            </FieldNote>
          ))}
          {help}
        </>
      ),
      withAsterisk: required,
      readOnly,
      wrapperProps: { 'data-locked': readOnly || undefined },
      className: `${classes.field} ${span === undefined ? '' : spans[span]}`,
    },
  }
}
