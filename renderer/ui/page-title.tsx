import { useDocumentTitle } from '@mantine/hooks'
import { useEffect, useLayoutEffect, useRef } from 'react'
import classes from './page.module.css'

let awaited = false
/** What had the focus when the title began to be waited for. */
let heldBy: Element | null = null

const nowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

const current = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-page-title]')

export const isPageTitle = (element: Element | null): boolean => element?.matches('[data-page-title]') === true

/** Gives the focus to the title of the page, at once or as soon as the page has one (its record is being read). */
export function focusPageTitle(): void {
  // Back in a list, the row that one came from has it.
  if (document.activeElement?.closest('[data-returned]')) return
  const title = current()
  awaited = title === null
  heldBy = document.activeElement
  title?.focus()
}

/** The only h1 of a screen: names the window, and receives the focus when the address changes. */
export function PageTitle({ children }: { children: string }) {
  useDocumentTitle(`${children} – Registre MLDS`)
  const heading = useRef<HTMLHeadingElement>(null)
  // A page takes the place of another under the same address, or of what was being read: with nothing else to hold it, the
  // focus goes from one title to the other, in the frame that shows it.
  useLayoutEffect(() => {
    const title = heading.current
    return () => {
      if (nowhere() || document.activeElement === title) requestAnimationFrame(() => nowhere() && focusPageTitle())
    }
  }, [])
  useEffect(() => {
    if (!awaited) return
    awaited = false
    // Someone who has begun to do something else meanwhile is left to it.
    if (nowhere() || document.activeElement === heldBy || document.activeElement?.closest('nav')) current()?.focus()
  }, [])
  return (
    <h1 ref={heading} className={classes.title} tabIndex={-1} data-page-title>
      {children}
    </h1>
  )
}
