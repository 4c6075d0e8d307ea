import { ActionIcon, Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { analyserJour, formatJour, jourValide } from '../../../shared/dates'
import { useReadOnly } from '../read-only'
import { Calendar } from '../calendar'
import { ParsedField } from './parsed-field'
import type { FieldProps } from './use-field'

interface JourProps<Values extends FieldValues> extends FieldProps<Values> {
  /** `AAAA-MM-JJ` bounds of the calendar; typing is bounded by the schema. */
  min?: string
  max?: string
}

/** A calendar day, typed JJ/MM/AAAA (or « 1er sept. 2026 ») or picked; its value is `AAAA-MM-JJ` or null. */
export function FieldJour<Values extends FieldValues>({ min, max, ...props }: JourProps<Values>) {
  const readOnly = useReadOnly() || props.readOnly === true
  const current: unknown = useWatch({ control: props.form.control, name: props.name })
  return (
    <ParsedField
      props={props}
      analyser={analyserJour}
      formater={(jour: string) => (jourValide(jour) ? formatJour(jour) : jour)}
      unreadable={(text) => text}
      placeholder="JJ/MM/AAAA"
      picker={(choose) =>
        readOnly ? null : (
          <CalendarButton
            label={props.label}
            value={typeof current === 'string' && jourValide(current) ? current : null}
            bounds={{ ...(min !== undefined && { minDate: min }), ...(max !== undefined && { maxDate: max }) }}
            onPick={choose}
          />
        )
      }
    />
  )
}

interface CalendarButtonProps {
  label: string
  value: string | null
  bounds: { minDate?: string; maxDate?: string }
  onPick: (jour: string | null) => void
}

function CalendarButton({ label, value, bounds, onPick }: CalendarButtonProps) {
  const [opened, setOpened] = useState(false)
  const pick = (jour: string | null): void => {
    setOpened(false)
    onPick(jour)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={`${label} : choisir dans le calendrier`} onClick={() => setOpened(!opened)}>
          <IconCalendar size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Calendar
          value={value}
          onChange={pick}
          {...(value !== null && { defaultDate: value })}
          {...bounds}
          allowDeselect
        />
      </Popover.Dropdown>
    </Popover>
  )
}
