import type { FieldValues } from 'react-hook-form'
import { analyserMontant, formatEuros } from '../../../shared/money'
import {
  analyserEntier,
  analyserHeures,
  analyserNombre,
  analyserPourcent,
  formatHeures,
  formatNombre,
} from '../../../shared/nombres'
import { aLEcran } from '../format'
import { ParsedField } from './parsed-field'
import type { FieldProps } from './use-field'

const unreadable = (): number => Number.NaN

interface NumberProps<Values extends FieldValues> extends FieldProps<Values> {
  /** 0 for whole numbers. */
  decimals?: number
  unit?: string
}

/** A number written in French: « 1 404 », « 16,2 ». */
export function FieldNumber<Values extends FieldValues>({ decimals = 2, unit, ...props }: NumberProps<Values>) {
  return (
    <ParsedField
      props={props}
      analyser={decimals === 0 ? analyserEntier : analyserNombre}
      formater={(value: number) => (Number.isNaN(value) ? '' : aLEcran(formatNombre(value, decimals)))}
      unreadable={unreadable}
      numeric
      {...(unit !== undefined && { unit })}
    />
  )
}

/** Euros in integer cents; sums are accepted: « 1200 + 350,50 ». */
export function FieldMontant<Values extends FieldValues>(props: FieldProps<Values>) {
  return (
    <ParsedField
      props={props}
      analyser={analyserMontant}
      formater={(cents: number) => (Number.isNaN(cents) ? '' : aLEcran(formatEuros(cents)))}
      unreadable={unreadable}
      unit="€"
      numeric
    />
  )
}

/** A percentage, at most four decimals: « 80 », « 80 % », « 58,3725 ». */
export function FieldPourcent<Values extends FieldValues>({
  decimals = 4,
  ...props
}: FieldProps<Values> & { decimals?: number }) {
  return (
    <ParsedField
      props={props}
      analyser={analyserPourcent}
      formater={(percent: number) => (Number.isNaN(percent) ? '' : formatNombre(percent, decimals))}
      unreadable={unreadable}
      unit="%"
      numeric
    />
  )
}

/** Decimal hours, typed « 13 h 30 », « 13,5 » or « 13:30 ». */
export function FieldHeures<Values extends FieldValues>(props: FieldProps<Values>) {
  return (
    <ParsedField
      props={props}
      analyser={analyserHeures}
      formater={(hours: number) => (Number.isNaN(hours) ? '' : aLEcran(formatHeures(hours)))}
      unreadable={unreadable}
      placeholder="13 h 30"
      numeric
    />
  )
}
