import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { Analyse } from '../../../shared/analyse'
import classes from './form.module.css'
import type { FieldProps } from './use-field'
import { useField } from './use-field'

interface ParsedFieldProps<Values extends FieldValues, Parsed> {
  props: FieldProps<Values>
  analyser: (text: string) => Analyse<Parsed>
  formater: (value: Parsed) => string
  /** Stands for what cannot be read, so that the schema refuses it too. */
  unreadable: (text: string) => Parsed
  unit?: string
  placeholder?: string
  numeric?: boolean
  /** At the right of the input, given a function that writes a value chosen elsewhere. */
  picker?: (choose: (value: Parsed | null) => void) => ReactNode
}

/** A field typed freely and read when it is left: the value follows the typing, the sentence waits for the end of it. */
export function ParsedField<Values extends FieldValues, Parsed extends string | number>(
  options: ParsedFieldProps<Values, Parsed>,
) {
  const { props, analyser, formater, unreadable, unit, placeholder, numeric = false, picker } = options
  const [draft, setDraft] = useState<string>()
  const [message, setMessage] = useState<string>()
  const [remark, setRemark] = useState<string>()
  const { value, set, leave, choose, ref, inputProps } = useField(props, {
    note: remark,
    display: (held) => (held === null || held === undefined ? '' : formater(held as Parsed)),
  })
  const written = value === null || value === undefined ? '' : formater(value as Parsed)

  const type = (text: string): void => {
    setDraft(text)
    setMessage(undefined)
    if (text.trim() === '') return set(null)
    const read = analyser(text)
    set(read.ok ? read.valeur : unreadable(text))
  }
  const finish = (): void => {
    if (draft === undefined) return leave()
    const read = draft.trim() === '' ? undefined : analyser(draft)
    if (read?.ok === false) {
      setMessage(read.suggestion === undefined ? read.message : `${read.message} Proposition : ${read.suggestion}.`)
      return
    }
    setDraft(undefined)
    setRemark(read?.remarque)
    leave()
  }
  return (
    <TextInput
      {...inputProps}
      className={numeric ? `${inputProps.className} ${classes.numeric}` : inputProps.className}
      error={message ?? (draft === undefined ? inputProps.error : undefined)}
      {...(placeholder !== undefined && { placeholder })}
      ref={ref}
      value={draft ?? written}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
      autoComplete="off"
      rightSection={
        picker?.((picked) => {
          setDraft(undefined)
          setMessage(undefined)
          choose(picked)
        }) ??
        (unit !== undefined && <span className={classes.unit}>{unit}</span>)
      }
      rightSectionWidth={unit !== undefined && unit.length > 2 ? 'auto' : 32}
      rightSectionPointerEvents={picker ? 'all' : 'none'}
    />
  )
}
