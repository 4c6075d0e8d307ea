import type { CSSProperties, ReactNode } from 'react'
import { useId } from 'react'
import { Annotated } from './annotated'
import type { Tone } from './tone'
import classes from './page.module.css'

interface SectionProps {
  title: string
  description?: ReactNode
  actions?: ReactNode
  /** What an undo marks this card for: a record, or a kind of rows (shown.ts). */
  shows?: string
  children: ReactNode
}

/** A titled card. */
export function Section({ title, description, actions, shows, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id} data-key={shows}>
      <div className={classes.sectionHead}>
        <div className={classes.titles}>
          <h2 id={id} className={classes.sectionTitle}>
            {title}
          </h2>
          {description !== undefined && (
            <p className={classes.sectionText}>
              <Annotated>{description}</Annotated>
            </p>
          )}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}

export function KeyFigures({ children }: { children: ReactNode }) {
  return <div className={classes.figures}>{children}</div>
}

interface KeyFigureProps {
  label: string
  /** Already written, with its unit: « 71,4 % ». */
  value: string
  note?: ReactNode
  tone?: Tone
  /** A figure is a door: where what it counts is shown. */
  href?: string
  onClick?: () => void
}

export function KeyFigure({ label, value, note, tone, href, onClick }: KeyFigureProps) {
  const content = (
    <>
      <span className={classes.figureLabel}>{label}</span>
      <span className={classes.figureValue} style={{ '--signs': value.length } as CSSProperties}>
        {value}
      </span>
      <span className={classes.figureNote} data-tone={tone}>
        {note}
      </span>
    </>
  )
  if (href !== undefined) {
    return (
      <a className={classes.figure} href={href}>
        {content}
      </a>
    )
  }
  if (onClick) {
    return (
      <button type="button" className={classes.figure} onClick={onClick}>
        {content}
      </button>
    )
  }
  return <div className={classes.figure}>{content}</div>
}
