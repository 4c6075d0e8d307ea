import { NativeSelect, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import type { Condition, Operateur } from '../../../shared/liste/filtre'
import type { PeriodeNommee, PeriodeRelative } from '../../../shared/liste/periode-relative'
import { periodesNommees } from '../../../shared/liste/periode-relative'
import { refusalSentence } from './cell-input'
import type { Column } from './column'
import type { Draft } from './condition'
import { draftOf, operatorsOf, operatorWords, readDraft } from './condition'
import type { CountedValue } from './filter'
import { ValueTicks } from './value-ticks'
import classes from './table.module.css'

interface ConditionFormProps<Row> {
  column: Column<Row>
  condition: Condition | undefined
  /** As soon as the fields say something; undefined when they are empty again. */
  onChange: (condition: Condition | undefined) => void
  valuesOf: (column: Column<Row>) => Promise<readonly CountedValue[]>
  /** The first field takes the focus. */
  focused?: boolean
}

/** One condition on a column: its operator and what it compares with, applied as one types. */
export function ConditionForm<Row>({
  column,
  condition,
  onChange,
  valuesOf,
  focused = false,
}: ConditionFormProps<Row>) {
  const id = useId()
  const [draft, setDraft] = useState<Draft>(() => draftOf(column, condition))
  const read = readDraft(column, draft)
  const message = read?.ok === false ? refusalSentence(read) : undefined
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    const meant = readDraft(column, next)
    // A value that cannot be read yet leaves the list as it is.
    if (meant?.ok !== false) onChange(meant?.valeur)
  }
  const operators = operatorsOf(column)
  return (
    <div className={classes.condition}>
      <NativeSelect
        aria-label={`Condition sur ${column.titre}`}
        data={operators.map((op) => ({ value: op, label: operatorWords[op] }))}
        value={draft.op}
        data-autofocus={focused || undefined}
        onChange={({ currentTarget }) => change({ op: currentTarget.value as Operateur })}
      />
      <Comparand {...{ column, draft, change, valuesOf }} invalid={message !== undefined} messageId={`${id}-message`} />
      {message !== undefined && (
        <p id={`${id}-message`} role="alert" className={classes.planRefusal}>
          {message}
        </p>
      )}
    </div>
  )
}

interface ComparandProps<Row> {
  column: Column<Row>
  draft: Draft
  change: (part: Partial<Draft>) => void
  valuesOf: (column: Column<Row>) => Promise<readonly CountedValue[]>
  invalid: boolean
  messageId: string
}

function Comparand<Row>({ column, draft, change, valuesOf, invalid, messageId }: ComparandProps<Row>) {
  const { op } = draft
  if (op === 'oui' || op === 'non' || op === 'vide' || op === 'nonVide') return null
  if (op === 'parmi' || op === 'aucunDe') {
    return (
      <ValueTicks column={column} ticked={draft.values} onChange={(values) => change({ values })} valuesOf={valuesOf} />
    )
  }
  if (op === 'periode') return <PeriodFields period={draft.period} onChange={(period) => change({ period })} />
  const days = op === 'le' || op === 'avant' || op === 'apres' || op === 'entreJours'
  const field = {
    placeholder: days ? 'JJ/MM/AAAA' : 'Valeur',
    autoComplete: 'off',
    error: invalid,
    'aria-describedby': invalid ? messageId : undefined,
  }
  const range = op === 'entre' || op === 'entreJours'
  return (
    <div className={classes.conditionFields}>
      <TextInput
        {...field}
        aria-label={`${column.titre} : ${range ? 'de' : 'valeur'}`}
        value={draft.first}
        onChange={({ currentTarget }) => change({ first: currentTarget.value })}
      />
      {range && (
        <>
          <span>et</span>
          <TextInput
            {...field}
            aria-label={`${column.titre} : à`}
            value={draft.second}
            onChange={({ currentTarget }) => change({ second: currentTarget.value })}
          />
        </>
      )}
    </div>
  )
}

const named = Object.entries(periodesNommees).map(([value, label]) => ({ value, label }))
const periods = [
  { value: 'dansLes', label: 'dans les … jours' },
  { value: 'depuis', label: 'depuis … jours' },
  ...named,
]

function PeriodFields({ period, onChange }: { period: PeriodeRelative; onChange: (period: PeriodeRelative) => void }) {
  const kind = typeof period === 'string' ? period : 'dansLes' in period ? 'dansLes' : 'depuis'
  const days = typeof period === 'string' ? 30 : 'dansLes' in period ? period.dansLes : period.depuis
  const choose = (value: string, nombre: number): void => {
    if (value === 'dansLes') onChange({ dansLes: nombre })
    else if (value === 'depuis') onChange({ depuis: nombre })
    else onChange(value as PeriodeNommee)
  }
  return (
    <div className={classes.conditionFields}>
      <NativeSelect
        aria-label="Période"
        data={periods}
        value={kind}
        onChange={({ currentTarget }) => choose(currentTarget.value, days)}
      />
      {typeof period !== 'string' && (
        <TextInput
          aria-label="Nombre de jours"
          inputMode="numeric"
          value={String(days)}
          onChange={({ currentTarget }) =>
            choose(kind, Math.min(36_500, Number(currentTarget.value.replace(/\D/gu, ''))))
          }
        />
      )}
    </div>
  )
}
