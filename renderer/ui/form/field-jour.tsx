import { ActionIcon, Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { analyserJour, formatJour, jourValide } from '../../../shared/dates'
import { useReadOnly } from '../read-only'
import { calendarLabels } from './calendar-labels'
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
          <Calendar
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

interface CalendarProps {
  label: string
  value: string | null
  bounds: { minDate?: string; maxDate?: string }
  onPick: (jour: string | null) => void
}

function Calendar({ label, value, bounds, onPick }: CalendarProps) {
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
        <DatePicker
          value={value}
          onChange={pick}
          {...(value !== null && { defaultDate: value })}
          {...bounds}
          allowDeselect
          ariaLabels={calendarLabels}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
