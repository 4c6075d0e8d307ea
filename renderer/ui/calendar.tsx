import { DatePicker, DatesProvider } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/fr'

/** What the calendar's buttons are called. */
const labels = {
  nextMonth: 'Mois suivant',
  previousMonth: 'Mois précédent',
  nextYear: 'Année suivante',
  previousYear: 'Année précédente',
  nextDecade: 'Décennie suivante',
  previousDecade: 'Décennie précédente',
  monthLevelControl: 'Choisir le mois',
  yearLevelControl: 'Choisir l’année',
}

/** Days are `AAAA-MM-JJ`. */
interface CalendarProps {
  value: string | null
  onChange: (jour: string | null) => void
  /** Month shown at first. */
  defaultDate?: string
  minDate?: string
  maxDate?: string
  allowDeselect?: boolean
}

/** A French month to pick a day in. Its library comes with it: the window starts without. */
export function Calendar(props: CalendarProps) {
  return (
    <DatesProvider settings={{ locale: 'fr', firstDayOfWeek: 1 }}>
      <DatePicker {...props} ariaLabels={labels} />
    </DatesProvider>
  )
}
