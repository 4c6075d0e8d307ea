import { useDocumentTitle } from '@mantine/hooks'
import { useEffect } from 'react'
import classes from './page.module.css'

let awaited = false

const current = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-page-title]')

/** Gives the focus to the title of the page, at once or as soon as the page has one (its record is being read). */
export function focusPageTitle(): void {
  const title = current()
  awaited = title === null
  title?.focus()
}

/** The only h1 of a screen: names the window, and receives the focus when the address changes. */
export function PageTitle({ children }: { children: string }) {
  useDocumentTitle(`${children} – Registre MLDS`)
  useEffect(() => {
    if (!awaited) return
    awaited = false
    // Someone who has begun to do something else meanwhile is left to it.
    if (document.activeElement === document.body || document.activeElement?.closest('nav')) current()?.focus()
  }, [])
  return (
    <h1 className={classes.title} tabIndex={-1} data-page-title>
      {children}
    </h1>
  )
}
