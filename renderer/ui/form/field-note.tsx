import type { ReactNode } from 'react'
import { aLEcran } from '../format'
import classes from './form.module.css'
import type { Gravite } from '../../../shared/constat'

const signs: Record<Gravite, string> = { bloquant: '×', alerte: '!', information: 'i' }

/** A rule's sentence: its sign, its words. */
export function FieldNote({ gravite, children }: { gravite: Gravite; children: ReactNode }) {
  return (
    <span className={classes.note} data-gravite={gravite}>
      <span aria-hidden="true">{signs[gravite]}</span>
      <span>{typeof children === 'string' ? aLEcran(children) : children}</span>
    </span>
  )
}
