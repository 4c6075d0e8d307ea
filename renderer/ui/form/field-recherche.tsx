import type { ComboboxItem } from '@mantine/core'
import { Loader, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { notify } from '../notice'
import classes from './form.module.css'
import type { FieldProps } from './use-field'
import { useField } from './use-field'

export interface Found {
  value: string
  label: string
  /** Second line: where it is, its code. */
  detail?: string
}

interface RechercheProps<Values extends FieldValues> extends FieldProps<Values> {
  search: (texte: string, signal: AbortSignal) => Promise<readonly Found[]>
  /** Label of the value held when the form opens. */
  display?: (value: string) => string | undefined
  placeholder?: string
}

/** Asks for completions a moment after the last key; what was asked before is given up. */
function useFound(search: RechercheProps<FieldValues>['search'], texte: string) {
  const [found, setFound] = useState<readonly Found[]>([])
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    const controller = new AbortController()
    const timer = setTimeout(() => {
      setAsking(true)
      search(texte, controller.signal)
        .then((results) => !controller.signal.aborted && setFound(results))
        .catch((error: unknown) => !controller.signal.aborted && notify.error(error))
        .finally(() => !controller.signal.aborted && setAsking(false))
    }, 150)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
    // The search function is pure: only the text asks again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [texte])
  return { found, asking }
}

/** A record of a long list, found by any word of it (a name, a code). */
export function FieldRecherche<Values extends FieldValues>({
  search,
  display,
  placeholder = 'Chercher…',
  ...props
}: RechercheProps<Values>) {
  const { value, choose, leave, ref, inputProps } = useField(props, {
    display: (held) => (typeof held === 'string' ? (display?.(held) ?? 'une autre fiche') : ''),
  })
  const current = typeof value === 'string' && value !== '' ? value : null
  const [chosen, setChosen] = useState<Found>()
  const label = (current !== null && (chosen?.value === current ? chosen.label : display?.(current))) || current || ''
  const [texte, setTexte] = useState('')
  const { found, asking } = useFound(search, texte === label ? '' : texte)
  const data =
    current !== null && !found.some((item) => item.value === current)
      ? [{ value: current, label }, ...found]
      : [...found]
  const details = new Map(found.map((item) => [item.value, item.detail]))
  const pick = (next: string | null): void => {
    setChosen(found.find((item) => item.value === next))
    choose(next)
  }
  return (
    <Select
      {...inputProps}
      ref={ref}
      data={data.map((item): ComboboxItem => ({ value: item.value, label: item.label }))}
      value={current}
      onChange={pick}
      onBlur={leave}
      onSearchChange={setTexte}
      filter={({ options }) => options}
      placeholder={placeholder}
      searchable={!inputProps.readOnly}
      clearable={props.required !== true}
      clearButtonProps={{ 'aria-label': `${props.label} : effacer` }}
      allowDeselect={false}
      maxDropdownHeight={320}
      nothingFoundMessage={asking ? 'Recherche…' : 'Aucun résultat'}
      {...(asking && { rightSection: <Loader size={14} /> })}
      renderOption={({ option }) => (
        <span className={classes.option}>
          {option.label}
          {details.get(option.value) !== undefined && (
            <span className={classes.detail}>{details.get(option.value)}</span>
          )}
        </span>
      )}
    />
  )
}
