import { Button } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { memo, useEffect, useRef, type ReactNode } from 'react'
import { AppError } from '../../shared/app-error'
import { ecrireALEcran } from './format'

interface NoticeOptions {
  action?: { label: string; onClick: () => void } | undefined
}

let lastId = 0
let lastPassing = ''

function show(
  sentence: string,
  color: string,
  title: string | undefined,
  { action }: NoticeOptions,
  stays: boolean,
): void {
  const id = `notice-${++lastId}`
  const message = ecrireALEcran(sentence)
  // One at a time of those that pass: the last says where things are, and an undo takes away what it undid.
  if (!stays) {
    notifications.hide(lastPassing)
    lastPassing = id
  }
  const run = (): void => {
    action?.onClick()
    notifications.hide(id)
  }
  const content: ReactNode = action ? (
    <>
      {message}{' '}
      <Button variant="subtle" size="compact-sm" onClick={run}>
        {action.label}
      </Button>
    </>
  ) : (
    message
  )
  notifications.show({
    id,
    message: content,
    title,
    color,
    // Time to read it and to act on it, never a screen to clear by hand.
    autoClose: stays ? false : action ? 12_000 : 6000,
    closeButtonProps: { 'aria-label': 'Fermer' },
  })
}

/** The sentence of any failure; what is not an `AppError` is our fault and says so. */
export function errorSentence(error: unknown): { message: string; reference?: string } {
  if (!(error instanceof AppError)) {
    return { message: 'Une erreur imprévue est survenue. Ce qui était déjà enregistré est conservé.' }
  }
  return error.reference === undefined
    ? { message: error.message }
    : { message: error.message, reference: error.reference }
}

/** Short messages, where they cover nothing (base.css). They never take the focus; errors stay until closed. */
export const notify = {
  done: (message: string, options: NoticeOptions = {}): void => show(message, 'teal', undefined, options, false),
  info: (message: string, options: NoticeOptions = {}): void => show(message, 'registre', undefined, options, false),
  /** Done, with something to look at: stays until closed. */
  warn: (message: string): void => show(message, 'yellow', undefined, {}, true),
  error: (error: unknown): void => {
    const { message, reference } = errorSentence(error)
    const title = reference === undefined ? 'Action refusée' : `Erreur imprévue, référence ${reference}`
    show(message, 'red', title, {}, true)
  },
}

/** Where notices appear; mounted once by the `Frame`, which gives them their row (base.css says when they take it). */
export const Notices = memo(function Notices() {
  const row = useRef<HTMLDivElement>(null)
  // A dialog is over the whole window: it is told the room that the row takes.
  useEffect(() => {
    const element = row.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--notices-height', `${String(element.offsetHeight)}px`),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={row} className="notices-row">
      <Notifications
        position="bottom-left"
        limit={4}
        withinPortal={false}
        notificationMaxHeight="none"
        classNames={{ root: 'notices' }}
      />
    </div>
  )
})
