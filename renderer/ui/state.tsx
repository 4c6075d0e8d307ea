import type { ReactNode } from 'react'
import type { DiffSign, Tone } from './tone'
import classes from './state.module.css'

const toneSigns: Record<Tone, string> = { neutre: '○', info: 'i', succes: '✓', attention: '!', erreur: '×' }

/** A state: its sign and its word, never a colour alone. */
export function State({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.chip} data-tone={tone}>
      <span aria-hidden="true" className={classes.sign}>
        {toneSigns[tone]}
      </span>
      {children}
    </span>
  )
}

/** A neutral label. */
export function Badge({ children }: { children: ReactNode }) {
  return (
    <span className={classes.chip} data-tone="neutre">
      {children}
    </span>
  )
}

interface DiffProps {
  sign: DiffSign
  before?: ReactNode
  after?: ReactNode
  /** Said instead of « before → after » when both are too long for a chip. */
  whole?: ReactNode
}

const diffTones: Record<DiffSign, Tone> = { ajout: 'succes', modification: 'info', retrait: 'erreur' }
const diffWords: Record<DiffSign, string> = { ajout: 'ajouté : ', modification: 'modifié : ', retrait: 'retiré : ' }

/** One difference as a chip: « + LP Bréquigny », « 80 % → 100 % », « − Collège Beaumont ». */
export function Diff({ sign, before, after, whole }: DiffProps) {
  return (
    <span className={classes.chip} data-tone={diffTones[sign]}>
      <span className="visually-hidden">{diffWords[sign]}</span>
      {sign === 'ajout' && <>+ {after}</>}
      {sign === 'retrait' && <>− {before}</>}
      {sign === 'modification' &&
        (whole ?? (
          <>
            {before} → {after}
          </>
        ))}
    </span>
  )
}

/** A changed value inside a cell: the old one struck, the new one bold. */
export function DiffValue({ before, after }: { before: ReactNode; after: ReactNode }) {
  return (
    <span className={classes.values}>
      <del>{before}</del> <ins>{after}</ins>
    </span>
  )
}
