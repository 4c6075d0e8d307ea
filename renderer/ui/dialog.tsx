import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import classes from './dialog.module.css'

interface DialogProps {
  opened: boolean
  onClose: () => void
  title: string
  /** Cancel at left, the action at right. */
  actions?: ReactNode
  /** `list` holds a table of six columns. */
  size?: 'sm' | 'md' | 'lg' | 'xl' | 'list'
  children: ReactNode
}

/** What had the focus last, menus aside: the item that opens a dialog goes with its menu, the button of the menu stays. */
let holder: HTMLElement | undefined
const holdFocus = ({ target }: FocusEvent): void => {
  if (target instanceof HTMLElement && !target.closest('[role="menu"], [role="presentation"]')) holder = target
}

/** What was done may take the control that opened the dialog away, a moment after it closed: until then it is watched. */
const watchedMs = 3000

const focusable = ':is(button, a[href], input, [tabindex="0"]):not(:disabled, [tabindex="-1"])'

const nowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

/** The elements of the screen that hold this one, the nearest first. */
function holdersOf(element: HTMLElement): HTMLElement[] {
  const holders: HTMLElement[] = []
  for (let held = element.parentElement; held && !held.matches('main, body'); held = held.parentElement)
    holders.push(held)
  return holders
}

/** Puts the focus back on a control, or where it was once it is no more: beside it, in its row, in its list. */
function giveBack(control: HTMLElement, holders: readonly HTMLElement[]): void {
  const place = (): HTMLElement | undefined => {
    if (control.isConnected) return control
    const left = holders.filter(({ isConnected }) => isConnected)
    return (
      left.map((holder) => holder.querySelector<HTMLElement>(focusable)).find((found) => found !== null) ?? undefined
    )
  }
  const come = (): void => {
    if (nowhere()) place()?.focus({ preventScroll: true })
  }
  come()
  const observer = new MutationObserver(() => {
    if (control.isConnected) return
    stop()
    come()
  })
  const timer = setTimeout(() => stop(), watchedMs)
  const stop = (): void => {
    observer.disconnect()
    clearTimeout(timer)
  }
  observer.observe(document.body, { childList: true, subtree: true })
}

/** A control about to take itself away leaves the focus beside it. */
export function leaveFocusBeside(control: HTMLElement): void {
  giveBack(control, holdersOf(control))
}

/** The focus comes back where it was, also from a dialog that is not kept mounted (Mantine forgets those). */
export function useFocusBack(opened: boolean): void {
  // Read while it is drawn: the dialog may take the focus as soon as it is there.
  const before = useMemo(() => (opened ? holder : undefined), [opened])
  useEffect(() => {
    if (!opened) return
    const holders = before ? holdersOf(before) : []
    return () => {
      setTimeout(() => before && giveBack(before, holders))
    }
  }, [opened, before])
}

/** A dialog of the application. */
export function Dialog({ opened, onClose, title, actions, size = 'md', children }: DialogProps) {
  useFocusBack(opened)
  return (
    <Modal.Root
      classNames={{
        content: classes.content ?? '',
        title: classes.title ?? '',
        body: classes.body ?? '',
        close: classes.close ?? '',
      }}
      opened={opened}
      onClose={onClose}
      size={size === 'list' ? 920 : size}
      centered
      radius="lg"
      padding="xl"
    >
      <Modal.Overlay backgroundOpacity={0.4} />
      {/* No Modal.Header: its element would be a second banner of the page. */}
      <Modal.Content>
        <Modal.Title>{title}</Modal.Title>
        <Modal.Body>
          {children}
          {actions !== undefined && (
            <Group justify="flex-end" gap={8} mt={24}>
              {actions}
            </Group>
          )}
        </Modal.Body>
        {/* After what is to be filled in: the dialog opens with the focus there rather than on what leaves it. */}
        <Modal.CloseButton aria-label="Fermer" />
      </Modal.Content>
    </Modal.Root>
  )
}

export interface Question {
  title: string
  message: ReactNode
  /** What will happen, line by line, with counts. */
  consequences?: readonly string[]
  /** The verb and the count: « Supprimer les 3 lettres »; none when there is nothing to agree to. */
  action?: string
  /** The other button; « Annuler » unless there is nothing to give up. */
  refuser?: string
  tone?: 'primary' | 'danger'
}

interface Asked extends Question {
  answer: (yes: boolean) => void
}

let asked: Asked | undefined
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const setAsked = (next: Asked | undefined): void => {
  asked = next
  listeners.forEach((listener) => listener())
}

/** Asks before an act that is not undone by typing again. Resolves false when the dialog is closed. */
export function confirm(question: Question): Promise<boolean> {
  asked?.answer(false)
  return new Promise((resolve) => {
    setAsked({
      ...question,
      answer: (yes) => {
        setAsked(undefined)
        resolve(yes)
      },
    })
  })
}

/** Where confirmations appear; mounted once by `UiProvider`. */
export function Dialogs() {
  const question = useSyncExternalStore(subscribe, () => asked)
  useEffect(() => {
    document.addEventListener('focusin', holdFocus)
    return () => document.removeEventListener('focusin', holdFocus)
  }, [])
  if (!question) return null
  const { title, message, consequences = [], action, refuser = 'Annuler', tone = 'primary', answer } = question
  const actions = (
    <>
      <Button
        variant="default"
        onClick={() => answer(false)}
        data-autofocus={tone === 'danger' || action === undefined || undefined}
      >
        {refuser}
      </Button>
      {action !== undefined && (
        <Button
          {...(tone === 'danger' && { color: 'red.9' })}
          onClick={() => answer(true)}
          data-autofocus={tone === 'primary' || undefined}
        >
          {action}
        </Button>
      )}
    </>
  )
  return (
    <Dialog opened onClose={() => answer(false)} title={title} actions={actions}>
      {/* A link of the message leads to another screen: the question stays behind. */}
      <div onClick={({ target }) => target instanceof Element && target.closest('a[href]') && answer(false)}>
        {message}
      </div>
      {consequences.length > 0 && (
        <ul>
          {consequences.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
