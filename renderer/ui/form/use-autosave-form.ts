import { zodResolver } from '@hookform/resolvers/zod'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DefaultValues, FieldPath, FieldValues, Path, PathValue } from 'react-hook-form'
import { useForm } from 'react-hook-form'
import type { Constat } from '../../../shared/constat'
import { useDraft, type Draft, type DraftStore } from './draft'
import { noConflicts, type FormModel, type FormSchema, type SaveState } from './form-model'
import { notify } from '../notice'
import { sameValue } from './changes'
import { showSaveError } from './server-errors'
import { createWriteQueue } from './write-queue'

interface AutosaveOptions<Values extends FieldValues> {
  schema: FormSchema<Values>
  /** What the register holds; when it changes, fields that are not being changed here follow. */
  values: Values
  /** Writes the changed fields; `all` is the whole form, `expected` what the changed fields are believed to hold. */
  save: (patch: Partial<Values>, all: Values, expected: Partial<Values>) => Promise<unknown>
  constats?: readonly Constat[]
  /** Where what the register refuses is kept, to be offered again on return. */
  draft?: DraftStore
}

export interface AutosaveForm<Values extends FieldValues> extends FormModel<Values> {
  readonly draft: Draft
}

const abandoned =
  'Une valeur modifiée entre-temps dans une autre fenêtre a été gardée : ce que vous aviez saisi par-dessus n’a pas été enregistré.'
const noConstats: readonly Constat[] = []

/** Fields of `values` that the schema refuses. */
function refusedKeys<Values>(schema: FormSchema<Values>, values: Values): Set<string> {
  const result = schema.safeParse(values)
  return new Set(result.success ? [] : result.error.issues.map((issue) => String(issue.path[0])))
}

/** A form without a Save button: what is changed is written when its field is left, one write after the other. */
export function useAutosaveForm<Values extends FieldValues>(options: AutosaveOptions<Values>): AutosaveForm<Values> {
  const { schema, values, save, constats = noConstats, draft: store } = options
  const resolver = useMemo(() => zodResolver(schema, undefined, { raw: true }), [schema])
  const methods = useForm<Values, unknown, Values>({
    defaultValues: values as DefaultValues<Values>,
    resolver,
    mode: 'onBlur',
  })
  const draft = useDraft(methods, values, store)
  const { forget } = draft
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const [conflicts, setConflicts] = useState(noConflicts)
  const latest = useRef({ save, schema })
  useEffect(() => {
    latest.current = { save, schema }
  })
  const show = (shown: Partial<Values>): void => {
    for (const [key, value] of Object.entries(shown)) {
      methods.setValue(key as Path<Values>, value as PathValue<Values, Path<Values>>)
    }
  }
  const [queue] = useState(() =>
    createWriteQueue<Values>({
      initial: values,
      read: () => methods.getValues(),
      save: async (patch, all, expected) => {
        const result = await latest.current.save(patch, all, expected)
        if (sameValue(methods.getValues(), all)) forget()
        return result
      },
      onState: setState,
      onRefusal: (error) => showSaveError(error, methods),
      onConflicts: (found) => {
        // The note under the field says more than the refusal did.
        methods.clearErrors([...found.keys()] as Path<Values>[])
        setConflicts(found)
      },
      onWritten: (written) => show(written),
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
  const settle = useCallback(
    (key: string, keep: 'mine' | 'theirs'): void => {
      if (keep === 'theirs')
        methods.setValue(key as Path<Values>, conflicts.get(key) as PathValue<Values, Path<Values>>)
      methods.clearErrors(key as Path<Values>)
      void queue.settle(key, keep)
      if (keep === 'theirs') setState({ kind: 'idle' })
    },
    [methods, queue, conflicts],
  )
  const undecided = useRef(0)
  undecided.current = conflicts.size
  // Leaving the screen leaves its fields: what is valid and not yet written is written.
  useEffect(
    () => () => {
      const refused = refusedKeys(latest.current.schema, methods.getValues())
      void queue.write(queue.unsaved().filter((key) => !refused.has(key)))
      if (undecided.current > 0) notify.info(abandoned)
    },
    [methods, queue],
  )
  return { control: methods.control, methods, constats, leave, state, conflicts, settle, draft }
}
