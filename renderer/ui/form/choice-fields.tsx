import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import { Checkbox, isOptionsGroup, MultiSelect, Select } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { cleRecherche, correspond } from '../../../shared/text'
import classes from './form.module.css'
import type { FieldProps } from './use-field'
import { useField } from './use-field'

export interface Choice {
  value: string
  label: string
  group?: string
}

/** Keeps the choices where every typed word begins a word, accents folded. */
const foldedFilter: OptionsFilter = ({ options, search }) => {
  const fits = ({ label }: ComboboxItem): boolean => correspond(cleRecherche(label), search)
  return options.flatMap((option): typeof options => {
    if (!isOptionsGroup(option)) return fits(option) ? [option] : []
    const items = option.items.filter(fits)
    return items.length > 0 ? [{ ...option, items }] : []
  })
}

/** Choices as Mantine takes them, groups in order of first appearance. */
function grouped(options: readonly Choice[]) {
  const alone = options.filter(({ group }) => group === undefined)
  const names = [...new Set(options.flatMap(({ group }) => group ?? []))]
  // Without their own `group`: Mantine takes whatever has one for a group.
  const itemsOf = (group: string) =>
    options.filter((option) => option.group === group).map(({ value, label }) => ({ value, label }))
  return [...alone, ...names.map((group) => ({ group, items: itemsOf(group) }))]
}

const labels = (options: readonly Choice[], values: readonly unknown[]): string =>
  options
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => label)
    .join(', ')

interface ChoiceProps<Values extends FieldValues> extends FieldProps<Values> {
  options: readonly Choice[]
  placeholder?: string
}

/** One choice of a list, found by typing; its value is the choice's or null. */
export function FieldChoix<Values extends FieldValues>({
  options,
  placeholder = 'Choisir…',
  clearable = false,
  ...props
}: ChoiceProps<Values> & { clearable?: boolean }) {
  const { value, choose, leave, ref, inputProps } = useField(props, { display: (held) => labels(options, [held]) })
  return (
    <Select
      {...inputProps}
      ref={ref}
      data={grouped(options)}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChange={choose}
      onBlur={leave}
      placeholder={placeholder}
      searchable={!inputProps.readOnly}
      clearable={clearable}
      allowDeselect={false}
      filter={foldedFilter}
      clearButtonProps={{ 'aria-label': `${props.label} : effacer` }}
    />
  )
}

/** Several choices of a list; its value is an array. */
export function FieldChoixMultiple<Values extends FieldValues>({
  options,
  placeholder = 'Choisir…',
  ...props
}: ChoiceProps<Values>) {
  const { value, choose, leave, ref, inputProps } = useField(props, {
    display: (held) => labels(options, Array.isArray(held) ? held : []),
  })
  const chosen = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  return (
    <MultiSelect
      {...inputProps}
      ref={ref}
      data={grouped(options)}
      value={chosen}
      onChange={choose}
      onBlur={leave}
      {...(chosen.length === 0 && { placeholder })}
      searchable
      filter={foldedFilter}
      hidePickedOptions
    />
  )
}

/** Yes or no; a register's 0 or 1 stays a number. */
export function FieldBooleen<Values extends FieldValues>(props: FieldProps<Values>) {
  const { value, choose, ref, inputProps } = useField(props, {
    display: (held) => (held === true || held === 1 ? 'oui' : 'non'),
  })
  const { readOnly, withAsterisk: _, ...shown } = inputProps
  return (
    <Checkbox
      {...shown}
      className={`${shown.className} ${classes.boolean}`}
      ref={ref}
      disabled={readOnly}
      checked={value === true || value === 1}
      onChange={({ currentTarget }) =>
        choose(typeof value === 'number' ? Number(currentTarget.checked) : currentTarget.checked)
      }
    />
  )
}
