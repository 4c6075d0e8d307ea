import { zodResolver } from '@hookform/resolvers/zod'
import { useCallback, useMemo, useState } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import { useForm } from 'react-hook-form'
import type { Constat } from '../../../shared/constat'
import { useDraft, type Draft, type DraftStore } from './draft'
import { noConflicts, type FormModel, type FormSchema, type SaveState } from './form-model'
import { showSaveError } from './server-errors'

interface SubmitOptions<Values extends FieldValues> {
  schema: FormSchema<Values>
  /** Values at first sight. */
  values: Values
  submit: (values: Values) => Promise<unknown>
  constats?: readonly Constat[]
  /** Where what is half typed is kept, to be offered again after a crash. */
  draft?: DraftStore
}

export interface SubmitForm<Values extends FieldValues> extends FormModel<Values> {
  /** Resolves true once submitted; false when refused, with the reasons under the fields. */
  submit: () => Promise<boolean>
  readonly draft: Draft
}

const noConstats: readonly Constat[] = []
const nothing = (): void => undefined

/** A form that acts at once: creating a record, choosing options. Its fields are checked when they have been left. */
export function useSubmitForm<Values extends FieldValues>(options: SubmitOptions<Values>): SubmitForm<Values> {
  const { schema, values, submit: send, constats = noConstats, draft: store } = options
  const resolver = useMemo(() => zodResolver(schema, undefined, { raw: true }), [schema])
  const methods = useForm<Values, unknown, Values>({
    defaultValues: values as DefaultValues<Values>,
    resolver,
    mode: 'onTouched',
  })
  const draft = useDraft(methods, values, store)
  const { forget } = draft
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const submit = useCallback(async (): Promise<boolean> => {
    let done = false
    await methods.handleSubmit(async (typed) => {
      setState({ kind: 'saving' })
      try {
        await send(typed)
        done = true
        forget()
        setState({ kind: 'saved', at: new Date() })
      } catch (error) {
        setState({ kind: 'failed', message: showSaveError(error, methods) })
      }
    })()
    return done
  }, [methods, send, forget])
  return {
    control: methods.control,
    methods,
    constats,
    leave: nothing,
    state,
    conflicts: noConflicts,
    settle: nothing,
    submit,
    draft,
  }
}
