import { Button } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { AppError } from '../../shared/app-error'

interface NoticeOptions {
  /** Takes the place of the last notice about the same thing: a series of undos says where it is, not where it was. */
  about?: string
  action?: { label: string; onClick: () => void } | undefined
}

let lastId = 0
const lastAbout = new Map<string, string>()

function show(
  message: string,
  color: string,
  title: string | undefined,
  { action, about }: NoticeOptions,
  stays: boolean,
): void {
  const id = `notice-${++lastId}`
  if (about !== undefined) {
    notifications.hide(lastAbout.get(about) ?? '')
    lastAbout.set(about, id)
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

/** Short messages at the corner of the window. They never take the focus; errors stay until closed. */
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

/** Where notices appear; mounted once by `UiProvider`. */
export function Notices() {
  // Above the bar of what is selected: a notice never hides what the person is about to press.
  return <Notifications position="bottom-right" limit={4} classNames={{ root: 'notices' }} />
}
