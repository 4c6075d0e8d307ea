import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { AppError } from '../../shared/app-error'
import classes from './empty-state.module.css'

interface EmptyStateProps {
  title: string
  /** The next thing to do. */
  action?: ReactNode
  children?: ReactNode
}

/** Nothing to show, and what to do about it. */
export function EmptyState({ title, action, children }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {children !== undefined && <p className={classes.text}>{children}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  )
}

/** A reading that failed, with its sentence, and a way to try again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const known = error instanceof AppError
  const action = retry && (
    <Button data-reads variant="default" onClick={() => retry()}>
      Réessayer
    </Button>
  )
  return (
    <div role="alert">
      <EmptyState title="Ces données n’ont pas pu être lues" action={action}>
        {known ? error.message : 'Le registre n’a pas été modifié.'}
        {known && error.reference !== undefined && ` Référence : ${error.reference}.`}
      </EmptyState>
    </div>
  )
}

/** Grey lines at the place of a record to come. */
export function Loading({ lines = 6 }: { lines?: number }) {
  return (
    <div className={classes.loading} aria-busy="true">
      <span className="visually-hidden">Lecture du registre…</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={classes.line} style={{ width: `${70 - ((index * 17) % 45)}%` }} />
      ))}
    </div>
  )
}
