import { zodResolver } from '@hookform/resolvers/zod'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DefaultValues, FieldPath, FieldValues, Path, PathValue } from 'react-hook-form'
import { useForm } from 'react-hook-form'
import { changedKeys, pick, sameValue } from './changes'
import type { Constat } from '../../../shared/constat'
import type { FormModel, FormSchema, SaveState } from './form-model'
import { showSaveError } from './server-errors'

interface AutosaveOptions<Values extends FieldValues> {
  schema: FormSchema<Values>
  /** What the register holds; when it changes, fields that are not being changed here follow. */
  values: Values
  /** Writes the changed fields; `all` is the whole form. */
  save: (patch: Partial<Values>, all: Values) => Promise<unknown>
  constats?: readonly Constat[]
}

const noConstats: readonly Constat[] = []

/** A form without a Save button: what is changed is written when its field is left, one write after the other. */
export function useAutosaveForm<Values extends FieldValues>(options: AutosaveOptions<Values>): FormModel<Values> {
  const { schema, values, constats = noConstats } = options
  const resolver = useMemo(() => zodResolver(schema, undefined, { raw: true }), [schema])
  const methods = useForm<Values, unknown, Values>({
    defaultValues: values as DefaultValues<Values>,
    resolver,
    mode: 'onBlur',
  })
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const saved = useRef<Values>(values)
  const waiting = useRef(new Set<string>())
  const writing = useRef(false)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

  const flush = useCallback(async (): Promise<void> => {
    if (writing.current) return
    writing.current = true
    try {
      while (waiting.current.size > 0) {
        const patch = pick(methods.getValues(), waiting.current)
        waiting.current.clear()
        setState({ kind: 'saving' })
        await latest.current.save(patch, methods.getValues())
        saved.current = { ...saved.current, ...patch }
        setState({ kind: 'saved', at: new Date() })
      }
    } catch (error) {
      setState({ kind: 'failed', message: showSaveError(error, methods) })
    } finally {
      writing.current = false
    }
  }, [methods])

  const leave = useCallback(
    (name: FieldPath<Values>): void => {
      const key = name.split('.')[0] ?? name
      void methods.trigger(name).then((valid) => {
        if (!valid || sameValue(methods.getValues()[key], saved.current[key])) return
        waiting.current.add(key)
        return flush()
      })
    },
    [methods, flush],
  )

  useEffect(() => {
    const typed = methods.getValues()
    for (const key of changedKeys(saved.current, values)) {
      const name = key as Path<Values>
      if (sameValue(typed[key], saved.current[key]))
        methods.setValue(name, values[key] as PathValue<Values, Path<Values>>)
    }
    saved.current = values
  }, [values, methods])

  // Leaving the screen leaves its fields: what is valid and not yet written is written.
  useEffect(
    () => () => {
      const typed = methods.getValues()
      const result = latest.current.schema.safeParse(typed)
      const refused = new Set(result.success ? [] : result.error.issues.map((issue) => String(issue.path[0])))
      for (const key of changedKeys(saved.current, typed)) if (!refused.has(key)) waiting.current.add(key)
      void flush()
    },
    [methods, flush],
  )

  return { control: methods.control, methods, constats, leave, state }
}
