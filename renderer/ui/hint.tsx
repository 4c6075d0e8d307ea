import { Tooltip } from '@mantine/core'
import { memo, useEffect, useState } from 'react'

/**
 * Attributes that give an element a sentence said on hover and at the keyboard's focus. A sign alone needs none to say its
 * name, nor a field to say whole the value that it has no room for.
 */
export const hint = (label: string | undefined, side?: 'right') =>
  label === undefined ? {} : { 'data-hint': label, ...(side && { 'data-hint-side': side }) }

interface Shown {
  readonly target: HTMLElement
  readonly label: string
}

/** Before a hand that only passes by is told anything (ms). */
const delay = 400
const hintId = 'bulle'

const hinted = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element
    ? target.closest<HTMLElement>('[data-hint], :is(button, a)[aria-label], input, select, .mantine-Input-wrapper')
    : null

/** The name of a control that shows a sign alone. */
const signName = (target: HTMLElement): string | undefined =>
  target.matches('button, a') && target.innerText.trim() === ''
    ? (target.getAttribute('aria-label') ?? undefined)
    : undefined

let ruler: CanvasRenderingContext2D | null | undefined

/** The value of a field when it does not hold in it. One that is disabled lets the pointer through to what holds it. */
function cutValue(hovered: HTMLElement): string | undefined {
  const target = hovered.matches('input, select')
    ? hovered
    : hovered.querySelector(':scope > :is(input, select):disabled')
  if (target instanceof HTMLInputElement) return target.scrollWidth > target.clientWidth ? target.value : undefined
  if (!(target instanceof HTMLSelectElement)) return undefined
  // A closed list does not say that its choice overflows.
  const label = target.selectedOptions[0]?.label ?? ''
  const { font, paddingLeft, paddingRight } = getComputedStyle(target)
  ruler ??= document.createElement('canvas').getContext('2d')
  if (!ruler) return undefined
  ruler.font = font
  const room = target.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
  return ruler.measureText(label).width > room + 1 ? label : undefined
}

/** An element that says the same by itself is not described twice; a field's value is read whole, and its help stays. */
const saysIt = (target: HTMLElement, label: string): boolean =>
  target.dataset['hint'] === undefined ||
  target.getAttribute('aria-label') === label ||
  target.hasAttribute('aria-description')

/**
 * The one bubble of the window: a bubble around each of its thirty elements took a fifth of the time in which a list is
 * drawn. It leaves with Escape, a press, a scroll, or what it speaks of.
 */
export const HintHost = memo(function HintHost() {
  const [shown, show] = useState<Shown>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = (): void => {
      clearTimeout(timer)
      show(undefined)
    }
    const tell = (target: HTMLElement): void => {
      const label = target.dataset['hint'] ?? signName(target) ?? cutValue(target)
      if (label !== undefined && label !== '' && target.isConnected) show({ target, label })
    }
    const onOver = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') return
      const target = hinted(event.target)
      if (target === hinted(event.relatedTarget)) return
      hide()
      if (target) timer = setTimeout(() => tell(target), delay)
    }
    let key = ''
    const onFocus = (event: FocusEvent): void => {
      const target = hinted(event.target)
      // A field that is typed in shows its text by itself; a dialog that gives the focus to its cross has more to say first.
      const asked = target?.dataset['hint'] !== undefined || (key === 'Tab' && !(target instanceof HTMLInputElement))
      if (!asked) return
      if (target?.matches(':focus-visible') === true) tell(target)
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      key = event.key
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
})
