import { useDocumentTitle } from '@mantine/hooks'
import classes from './page.module.css'

/** The only h1 of a screen: names the window, and receives focus when the address changes (see app.tsx). */
export function PageTitle({ children }: { children: string }) {
  useDocumentTitle(`${children} – Registre MLDS`)
  return (
    <h1 className={classes.title} tabIndex={-1} data-page-title>
      {children}
    </h1>
  )
}
