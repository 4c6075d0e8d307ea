import { zodResolver } from '@hookform/resolvers/zod'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DefaultValues, FieldPath, FieldValues, Path, PathValue } from 'react-hook-form'
import { useForm } from 'react-hook-form'
import type { Constat } from '../../../shared/constat'
import type { FormModel, FormSchema, SaveState } from './form-model'
import { showSaveError } from './server-errors'
import { createWriteQueue } from './write-queue'

interface AutosaveOptions<Values extends FieldValues> {
  schema: FormSchema<Values>
  /** What the register holds; when it changes, fields that are not being changed here follow. */
  values: Values
  /** Writes the changed fields; `all` is the whole form. */
  save: (patch: Partial<Values>, all: Values) => Promise<unknown>
  constats?: readonly Constat[]
}

const noConstats: readonly Constat[] = []

/** Fields of `values` that the schema refuses. */
function refusedKeys<Values>(schema: FormSchema<Values>, values: Values): Set<string> {
  const result = schema.safeParse(values)
  return new Set(result.success ? [] : result.error.issues.map((issue) => String(issue.path[0])))
}

/** A form without a Save button: what is changed is written when its field is left, one write after the other. */
export function useAutosaveForm<Values extends FieldValues>(options: AutosaveOptions<Values>): FormModel<Values> {
  const { schema, values, save, constats = noConstats } = options
  const resolver = useMemo(() => zodResolver(schema, undefined, { raw: true }), [schema])
  const methods = useForm<Values, unknown, Values>({
    defaultValues: values as DefaultValues<Values>,
    resolver,
    mode: 'onBlur',
  })
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const latest = useRef({ save, schema })
  useEffect(() => {
    latest.current = { save, schema }
  })
  const [queue] = useState(() =>
    createWriteQueue<Values>({
      initial: values,
      read: () => methods.getValues(),
      save: (patch, all) => latest.current.save(patch, all),
      onState: setState,
      onRefusal: (error) => showSaveError(error, methods),
    }),
  )
  const leave = useCallback(
    (name: FieldPath<Values>): void => {
      void methods.trigger(name).then((valid) => (valid ? queue.write([name.split('.')[0] ?? name]) : undefined))
    },
    [methods, queue],
  )
  useEffect(() => {
    for (const key of queue.follow(values)) {
      methods.setValue(key as Path<Values>, values[key] as PathValue<Values, Path<Values>>)
    }
  }, [values, methods, queue])
  // Leaving the screen leaves its fields: what is valid and not yet written is written.
  useEffect(
    () => () => {
      const refused = refusedKeys(latest.current.schema, methods.getValues())
      void queue.write(queue.unsaved().filter((key) => !refused.has(key)))
    },
    [methods, queue],
  )
  return { control: methods.control, methods, constats, leave, state }
}
