import { Tooltip } from '@mantine/core'
import { useEffect, useState } from 'react'

/** Attributes that give an element a sentence said on hover and at the keyboard's focus. */
export const hint = (label: string | undefined, side?: 'right') =>
  label === undefined ? {} : { 'data-hint': label, ...(side && { 'data-hint-side': side }) }

interface Shown {
  readonly target: HTMLElement
  readonly label: string
}

/** Before a hand that only passes by is told anything (ms). */
const delay = 400
const hintId = 'bulle'

const hinted = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hint]') : null

/** An element that says the same by itself is not described twice. */
const saysIt = (target: HTMLElement, label: string): boolean =>
  target.getAttribute('aria-label') === label || target.hasAttribute('aria-description')

/**
 * The one bubble of the window: a bubble around each of its thirty elements took a fifth of the time in which a list is
 * drawn. It leaves with Escape, a press, a scroll, or what it speaks of.
 */
export function HintHost() {
  const [shown, show] = useState<Shown>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = (): void => {
      clearTimeout(timer)
      show(undefined)
    }
    const tell = (target: HTMLElement): void => {
      const label = target.dataset['hint']
      if (label !== undefined && label !== '' && target.isConnected) show({ target, label })
    }
    const onOver = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') return
      const target = hinted(event)
      const from = event.relatedTarget instanceof Element ? event.relatedTarget.closest('[data-hint]') : null
      if (target === from) return
      hide()
      if (target) timer = setTimeout(() => tell(target), delay)
    }
    const onFocus = (event: FocusEvent): void => {
      const target = hinted(event)
      if (target?.matches(':focus-visible') === true) tell(target)
    }
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') hide()
    }
    const events = [
      ['pointerover', onOver],
      ['pointerdown', hide],
      ['focusin', onFocus],
      ['focusout', hide],
      ['keydown', onKeyDown],
      ['scroll', hide],
    ] as const
    for (const [name, listener] of events) document.addEventListener(name, listener as EventListener, true)
    return () => {
      clearTimeout(timer)
      for (const [name, listener] of events) document.removeEventListener(name, listener as EventListener, true)
    }
  }, [])
  useEffect(() => {
    if (!shown || saysIt(shown.target, shown.label)) return
    shown.target.setAttribute('aria-describedby', hintId)
    return () => shown.target.removeAttribute('aria-describedby')
  }, [shown])
  if (!shown) return null
  const { target, label } = shown
  return (
    <Tooltip
      key={label}
      id={hintId}
      opened
      target={target}
      label={label}
      position={target.dataset['hintSide'] === 'right' ? 'right' : 'top'}
      multiline
      maw={380}
      // Inside the content, for those who read by landmarks; over the dialog that holds it.
      portalProps={target.closest('main') ? { target: '#calques' } : {}}
    />
  )
}
