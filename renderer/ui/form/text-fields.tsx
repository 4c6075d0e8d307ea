import { Textarea, TextInput } from '@mantine/core'
import type { CSSProperties, KeyboardEvent } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { FieldProps } from './use-field'
import { useField } from './use-field'

interface TextProps<Values extends FieldValues> extends FieldProps<Values> {
  /** Nothing typed is null rather than an empty text. */
  nullable?: boolean
  placeholder?: string
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A line of text. */
export function FieldText<Values extends FieldValues>({ nullable = false, placeholder, ...props }: TextProps<Values>) {
  const { value, set, leave, ref, inputProps } = useField(props)
  return (
    <TextInput
      {...inputProps}
      {...(placeholder !== undefined && { placeholder })}
      ref={ref}
      value={asText(value)}
      onChange={({ currentTarget }) => set(nullable && currentTarget.value === '' ? null : currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && leave()}
      autoComplete="off"
    />
  )
}

/** Lines that a text has room for before it grows with what is in it (controls.css). */
export const textRows = (rows: number): CSSProperties => ({ '--rows': rows }) as CSSProperties

/** A text of several lines. */
export function FieldTextarea<Values extends FieldValues>({
  nullable = false,
  rows = 3,
  placeholder,
  ...props
}: TextProps<Values> & { rows?: number }) {
  const { value, set, leave, ref, inputProps } = useField(props)
  return (
    <Textarea
      {...inputProps}
      {...(placeholder !== undefined && { placeholder })}
      ref={ref}
      style={textRows(rows)}
      value={asText(value)}
      onChange={({ currentTarget }) => set(nullable && currentTarget.value === '' ? null : currentTarget.value)}
      onBlur={leave}
    />
  )
}
