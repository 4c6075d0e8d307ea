import { Checkbox, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { cleRecherche, correspond } from '../../../shared/text'
import { formatValeur } from '../format'
import { notify } from '../notice'
import type { Column } from './column'
import { columnType } from './column'
import type { CountedValue } from './filter'
import classes from './table.module.css'

/** Beyond, one types a few letters. */
const mostShown = 200

interface ValueTicksProps<Row> {
  column: Column<Row>
  ticked: readonly string[]
  onChange: (values: readonly string[]) => void
  valuesOf: (column: Column<Row>) => Promise<readonly CountedValue[]>
}

/** The values that a column really holds, to be ticked, with how many rows have each. */
export function ValueTicks<Row>({ column, ticked, onChange, valuesOf }: ValueTicksProps<Row>) {
  const [values, setValues] = useState<readonly CountedValue[]>()
  const [texte, setTexte] = useState('')
  useEffect(() => {
    let wanted = true
    valuesOf(column)
      .then((found) => wanted && setValues(found))
      .catch((error: unknown) => wanted && notify.error(error))
    return () => {
      wanted = false
    }
    // The values of the column are those it had when its filter was opened: ticking must not move them.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [column.cle])
  if (!values) return <p className={classes.menuHint}>Lecture des valeurs…</p>
  const fits = texte.trim() === '' ? values : values.filter(({ value }) => correspond(cleRecherche(value), texte))
  // A value ticked once stays in sight even when no row has it any more.
  const gone = ticked
    .filter((value) => !values.some((one) => one.value === value))
    .map((value) => ({ value, count: 0 }))
  const shown = [...gone, ...fits].slice(0, mostShown)
  const tick = (value: string, on: boolean): void =>
    onChange(on ? [...ticked, value] : ticked.filter((other) => other !== value))
  const words = (value: string): string =>
    value === '' ? '(vide)' : columnType(column) === 'booleen' ? formatValeur('booleen', value === 'true') : value
  return (
    <div className={classes.ticks}>
      {values.length > 8 && (
        <TextInput
          aria-label={`Chercher une valeur de ${column.titre}`}
          placeholder="Chercher une valeur…"
          value={texte}
          onChange={({ currentTarget }) => setTexte(currentTarget.value)}
        />
      )}
      <div className={classes.tickList} role="group" aria-label={`Valeurs de ${column.titre}`}>
        {shown.map(({ value, count }) => (
          <Checkbox
            key={value}
            className={classes.tick ?? ''}
            label={
              <>
                {words(value)} <span className={classes.tickCount}>{formatValeur('nombre', count)}</span>
              </>
            }
            checked={ticked.includes(value)}
            onChange={({ currentTarget }) => tick(value, currentTarget.checked)}
          />
        ))}
        {shown.length === 0 && <p className={classes.menuHint}>Aucune valeur.</p>}
      </div>
      {fits.length > mostShown && (
        <p className={classes.menuHint}>
          {mostShown} valeurs sur {formatValeur('nombre', fits.length)} : tapez quelques lettres.
        </p>
      )}
    </div>
  )
}
